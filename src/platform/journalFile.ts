/** The journal as a file to which any number of windows append. Needs Node, not VS Code. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { encodeEntry } from '../core/progress/entryLine.js';
import type { LearningEvent } from '../core/progress/event.js';
import { History } from '../core/progress/history.js';
import { decodeJournal } from '../core/progress/journal.js';
import type {
  Fold,
  Followed,
  HistoryJournal,
  JournalEntry,
  StoredHistory,
} from '../core/progress/journal.js';
import { DamagedLines } from './damagedLines.js';
import { JournalAppender } from './journalAppender.js';
import type { OpenToAppend } from './journalAppender.js';
import { JournalReader } from './journalReader.js';

type Listener = (entries: readonly JournalEntry[]) => void;

/** What a reading brought. */
interface Read {
  readonly entries: JournalEntry[];
  readonly later: string[];
  readonly damaged: string[];
}

export class JournalFile implements HistoryJournal {
  private readonly listeners = new Set<Listener>();
  private readonly entries = new History(pause);
  private readonly reader: JournalReader;
  private readonly appender: JournalAppender;
  private readonly aside: DamagedLines;
  private readonly later = new Set<string>();
  private readonly damageListeners = new Set<(lines: number) => void>();
  /** The last reading that was asked for, and whether it has yet to begin. */
  private loading: Promise<unknown> = Promise.resolve();
  private next: Promise<void> | undefined;
  private lastTime = Number.NEGATIVE_INFINITY;
  private wasRead = false;
  private isRead: () => void = () => undefined;
  readonly ready = new Promise<void>((resolve) => {
    this.isRead = resolve;
  });

  constructor(
    readonly path: string,
    private readonly now: () => number = Date.now,
    private readonly device = 'unknown',
    openFile?: OpenToAppend,
  ) {
    this.reader = new JournalReader(path);
    this.appender = new JournalAppender(path, openFile);
    this.aside = new DamagedLines(`${path}.damaged`);
  }

  /** Where damaged lines are set aside. */
  get damagedPath(): string {
    return this.aside.path;
  }

  /** Fires with the number of damaged lines that were set aside; none is told of twice. */
  onDidSetAside(listener: (lines: number) => void): void {
    this.damageListeners.add(listener);
  }

  /** Folds what was appended since the last call, by this window or another; rejects with the system's error. */
  load(): Promise<void> {
    this.next ??= this.inTurn(() => {
      this.next = undefined;
      return this.readOn();
    });
    return this.next;
  }

  follow<F extends Fold>(make: () => F): Followed<F> {
    return this.entries.follow(make);
  }

  async record(event: LearningEvent): Promise<JournalEntry> {
    const entry: JournalEntry = {
      v: 2,
      id: randomUUID(),
      time: this.nextTime(),
      device: this.device,
      event,
    };
    await this.append(encodeEntry(entry));
    await this.loadIfPossible();
    return entry;
  }

  async history(): Promise<StoredHistory> {
    await this.loadOrTell();
    return { entries: this.entries.entries, later: [...this.later] };
  }

  async merge({ entries = [], later = [] }: Partial<StoredHistory>): Promise<number> {
    await this.loadOrTell();
    const fresh = new Map(
      entries.filter((entry) => !this.entries.has(entry)).map((entry) => [entry.id, entry]),
    );
    const freshLater = new Set(later.filter((line) => !this.later.has(line)));
    const lines = [
      ...Array.from(fresh.values(), encodeEntry),
      ...Array.from(freshLater, (line) => `${line}\n`),
    ];
    // Few and large, since each is read back; small enough not to hold others up.
    const some = 20_000;
    for (let start = 0; start < lines.length; start += some)
      await this.append(lines.slice(start, start + some).join(''));
    await this.loadIfPossible();
    return lines.length;
  }

  async remove(history: StoredHistory): Promise<void> {
    await this.loadOrTell();
    const known = new Set(history.entries.map(({ id }) => id));
    const knownLater = new Set(history.later);
    const since = this.entries.entries.filter(({ id }) => !known.has(id));
    const laterSince = [...this.later].filter((line) => !knownLater.has(line));
    await this.appender.between(() => rm(this.path, { force: true }));
    this.aside.forget();
    await this.loadOrTell();
    await this.merge({ entries: since, later: laterSince });
  }

  readonly onDidChange = (listener: Listener): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  private async readOn(): Promise<void> {
    let gone: readonly JournalEntry[] = [];
    const read: Read = { entries: [], later: [], damaged: [] };
    const onReplaced = (): void => {
      gone = this.entries.clear();
      this.later.clear();
      for (const list of [read.entries, read.later, read.damaged]) list.length = 0;
    };
    const onLines = (text: string): void => {
      const { entries, later, damaged } = decodeJournal(text);
      for (const entry of entries) read.entries.push(entry);
      read.later.push(...later);
      read.damaged.push(...damaged);
    };
    let changed: readonly JournalEntry[];
    try {
      const torn = await this.reader.readOn(onReplaced, onLines);
      if (torn && !this.wasRead && (await this.closeTornLine()))
        await this.reader.readOn(onReplaced, onLines);
    } finally {
      // Also when the disk failed half way: what was read will not be read again.
      for (const line of read.later) this.later.add(line);
      changed = await this.entries.take(read.entries);
      if (gone.length > 0 || changed.length > 0) this.tell([...gone, ...changed]);
    }
    // A torn line whose entry was written once more is no loss.
    const lost = read.damaged.filter(
      (line) => !this.entries.hasId(/"id":"([^"]*)"/.exec(line)?.[1] ?? ''),
    );
    const told = await this.aside.setAside(lost);
    if (told > 0) for (const listener of this.damageListeners) listener(told);
    this.wasRead = true;
    this.isRead();
  }

  /** What was torn by a crash is looked at once it has an end; another window's half-written line takes no harm. */
  private async closeTornLine(): Promise<boolean> {
    return this.appender.append('').then(
      () => true,
      () => false, // The disk takes nothing now: the line is looked at when the next event is written.
    );
  }

  private tell(entries: readonly JournalEntry[]): void {
    for (const listener of this.listeners) listener(entries);
  }

  /** What is stored is stored; when it cannot be read back now, the next reading tells of it. */
  private async loadIfPossible(): Promise<void> {
    await this.load().catch(() => undefined);
  }

  private async loadOrTell(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      throw new Error(
        `Your progress could not be read (${reasonOf(error)}). Check that ${this.path} is readable, then try again.`,
        { cause: error },
      );
    }
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.loading.then(action);
    this.loading = done.catch(() => undefined); // Who asked hears of it; the next one tries again.
    return done;
  }

  /** Events of one millisecond keep their order; a clock that was set back is believed. */
  private nextTime(): number {
    const now = this.now();
    const isSameMoment = now <= this.lastTime && this.lastTime - now < 1000;
    this.lastTime = isSameMoment ? this.lastTime + 1 : now;
    return this.lastTime;
  }

  private async append(lines: string): Promise<void> {
    try {
      await this.appender.append(lines);
    } catch (error) {
      throw new Error(
        `Your progress could not be saved (${reasonOf(error)}). Free some disk space and try again.`,
        { cause: error },
      );
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
