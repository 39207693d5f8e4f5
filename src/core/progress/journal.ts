/** The learner's history as features see it; how and where it is kept is nobody's business. */
import { decodeLine, salvage } from './entryLine.js';
import type { LearningEvent } from './event.js';

/** One event of the history. */
export interface JournalEntry {
  readonly v: 2;
  /** Unique for ever: an entry that comes twice counts once. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** The machine on which it happened. */
  readonly device: string;
  readonly event: LearningEvent;
}

/** A state that follows from the journal: entries arrive in order of time, each once, none that was undone. */
export interface Fold {
  apply(entry: JournalEntry): void;
}

/** A fold that is kept up to date. */
export interface Followed<F extends Fold> {
  readonly value: F;
}

export interface Journal {
  /** Resolves with the entry when it is stored for good; rejects with a sentence for the user. */
  record(event: LearningEvent): Promise<JournalEntry>;
  /** Makes a fold of all that was read so far and keeps it up to date. */
  follow<F extends Fold>(make: () => F): Followed<F>;
  /** Resolves when what is stored was read for the first time. */
  readonly ready: Promise<unknown>;
  /**
   * Fires after the folds changed, with the entries that count from now on (of this window or another) and those
   * that count no more because they were undone or deleted.
   */
  readonly onDidChange: (listener: (entries: readonly JournalEntry[]) => void) => {
    dispose(): void;
  };
}

/** All that is stored, also what was undone. */
export interface StoredHistory {
  /** In order of time. */
  readonly entries: readonly JournalEntry[];
  /** Whole lines that a later version of the extension wrote; kept, though not understood. */
  readonly later: readonly string[];
}

/** The journal of those who take history out of it and bring it back. */
export interface HistoryJournal extends Journal {
  /** Reads on first; rejects with a sentence for the user when that is not possible. */
  history(): Promise<StoredHistory>;
  /** Stores what is not stored yet and resolves with how many entries that was; rejects as `record` does. */
  merge(arrived: Partial<StoredHistory>): Promise<number>;
  /** Deletes that; what was stored since it was read stays. */
  remove(history: StoredHistory): Promise<void>;
}

type Stamp = Pick<JournalEntry, 'id' | 'time'>;

/** The order of history: by time, and by id where two happened at once, so that every machine agrees. */
export function compareEntries(one: Stamp, other: Stamp): number {
  return one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

export interface DecodedJournal {
  readonly entries: readonly JournalEntry[];
  readonly later: readonly string[];
  /** Lines that are no entries. */
  readonly damaged: readonly string[];
}

/** Reads lines; one that cannot be read is set apart and the rest is kept. */
export function decodeJournal(text: string): DecodedJournal {
  const entries: JournalEntry[] = [];
  const later: string[] = [];
  const damaged: string[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const entry = decodeLine(text, start, end);
    if (typeof entry === 'object') entries.push(entry);
    else {
      const line = text.slice(start, end);
      if (entry === 'later') later.push(line);
      else if (line.trim() !== '') {
        damaged.push(line);
        entries.push(...salvage(line));
      }
    }
    start = end + 1;
  }
  return { entries, later, damaged };
}
