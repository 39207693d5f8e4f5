/** The learner's history as features see it; how and where it is kept is nobody's business. */
import type { LearningEvent } from './event.js';
import type { RenamedIds } from './renamedIds.js';

/** One event of the history. */
export interface JournalEntry {
  /** Unique for ever: an entry that comes twice counts once. The name of its writer and the sequence within it. */
  readonly id: string;
  /**
   * The order of history, a hybrid logical clock: the time in milliseconds since 1970, but always later than all that
   * its writer knew. A clock that is wrong cannot change the order in which things were done.
   */
  readonly clock: number;
  /** Milliseconds since 1970, UTC, by the machine's clock. */
  readonly time: number;
  /** Minutes ahead of UTC, where it happened; left out by earlier versions. */
  readonly zone?: number;
  /** The machine on which it happened. */
  readonly device: string;
  readonly event: LearningEvent;
}

/** A state that follows from the journal: entries arrive in order, each once, none that was undone. */
export interface Fold {
  apply(entry: JournalEntry): void;
}

/** A fold that is kept up to date. */
export interface Followed<F extends Fold> {
  readonly value: F;
}

/** An event that is to be recorded. */
export interface NewEvent {
  readonly event: LearningEvent;
  /** Of what can be recorded only once, by whatever window and however often it is tried; else the journal names it. */
  readonly id?: string;
}

export interface Journal {
  /** Resolves with the entry when it is stored for good; rejects with a sentence for the user. */
  record(event: LearningEvent): Promise<JournalEntry>;
  /** Several in one writing, in their order; resolves with those that were not recorded before. */
  recordAll(events: readonly NewEvent[]): Promise<readonly JournalEntry[]>;
  /** Takes in what other windows stored; rejects with the host's error. */
  load(): Promise<void>;
  /** Makes a fold of all that was read so far and keeps it up to date. */
  follow<F extends Fold>(make: () => F): Followed<F>;
  /** Takes what was done under ids that packs gave up for what was done under the new ones. */
  rename(renamed: RenamedIds): Promise<void>;
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
  /** In order. */
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
  /** What is recorded from now on comes later than that clock. */
  observe(clock: number): void;
  /** Deletes that; what was stored since it was read stays. */
  remove(history: StoredHistory): Promise<void>;
}

type Stamp = Pick<JournalEntry, 'id' | 'clock'>;

/** The order of history, the same on every machine: where two happened at once, by id. */
export function compareEntries(one: Stamp, other: Stamp): number {
  return one.clock - other.clock || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
