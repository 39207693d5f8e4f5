/** The journal as a file to which any number of windows append. Needs Node, not VS Code. */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LearningEvent } from '../core/progress/event.js';
import { compareEntries, decodeJournal, encodeEntry } from '../core/progress/journal.js';
import type { Fold, Followed, Journal, JournalEntry } from '../core/progress/journal.js';

/** A fold that can be made anew. */
interface KeptFold extends Fold {
  restart(): void;
}

export class JournalFile implements Journal {
  private readonly listeners = new Set<(entries: readonly JournalEntry[]) => void>();
  private readonly folds = new Set<KeptFold>();
  private readonly ids = new Set<string>();
  private readonly undone = new Set<string>();
  /** In order of time. */
  private entries: JournalEntry[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private loading: Promise<unknown> = Promise.resolve();
  /** Bytes of the file that are folded already. */
  private offset = 0;
  private isRead: () => void = () => undefined;
  readonly ready = new Promise<void>((resolve) => {
    this.isRead = resolve;
  });

  constructor(
    readonly path: string,
    private readonly now: () => number = Date.now,
    private readonly device = 'unknown',
  ) {}

  /** Folds what was appended since the last call, by this window or another; damaged lines go to a file of their own. */
  load(): Promise<{ readonly damaged: number }> {
    const load = this.loading.then(() => this.readOn());
    this.loading = load.catch(() => undefined); // Who asked hears of it; the next one tries again.
    return load;
  }

  private async readOn(): Promise<{ readonly damaged: number }> {
    const bytes = await readFrom(this.path, this.offset);
    // A last line without its end may still be being written by another window; it is read next time.
    const end = bytes.lastIndexOf(0x0a) + 1;
    const { entries, damaged } = decodeJournal(bytes.subarray(0, end).toString('utf8'));
    this.offset += end;
    if (damaged.length > 0) await appendFile(`${this.path}.damaged`, `${damaged.join('\n')}\n`);
    this.take(entries);
    this.isRead();
    return { damaged: damaged.length };
  }

  /** Folds entries that are new; history that arrives late or is undone makes the folds anew. */
  private take(arrived: readonly JournalEntry[]): void {
    const fresh: JournalEntry[] = [];
    for (const entry of arrived) {
      if (this.ids.has(entry.id)) continue;
      this.ids.add(entry.id);
      if (entry.event.kind === 'undone') this.undone.add(entry.event.entry);
      fresh.push(entry);
    }
    const [first] = fresh.sort(compareEntries);
    if (!first) return;
    const last = this.entries.at(-1);
    const late = last !== undefined && compareEntries(last, first) > 0;
    for (const entry of fresh) this.entries.push(entry);
    if (late) this.entries.sort(compareEntries);
    const anew = late || fresh.some(({ event }) => event.kind === 'undone');
    for (const fold of this.folds) {
      if (anew) fold.restart();
      this.feed(fold, anew ? this.entries : fresh);
    }
    for (const listener of this.listeners) listener(fresh);
  }

  private feed(fold: Fold, entries: readonly JournalEntry[]): void {
    for (const entry of entries) if (!this.undone.has(entry.id)) fold.apply(entry);
  }

  follow<F extends Fold>(make: () => F): Followed<F> {
    let value = make();
    const fold: KeptFold = {
      apply: (entry) => {
        value.apply(entry);
      },
      restart: () => {
        value = make();
      },
    };
    this.folds.add(fold);
    this.feed(fold, this.entries);
    return {
      get value() {
        return value;
      },
    };
  }

  async record(event: LearningEvent): Promise<JournalEntry> {
    const entry: JournalEntry = {
      v: 2,
      id: randomUUID(),
      time: this.now(),
      device: this.device,
      event,
    };
    const write = this.writing.then(() => this.append(encodeEntry(entry)));
    this.writing = write.catch(() => undefined); // The next event is tried whatever became of this one.
    await write;
    await this.load();
    return entry;
  }

  onDidChange = (listener: (entries: readonly JournalEntry[]) => void): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  private async append(line: string): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true });
      const file = await open(this.path, 'a+');
      try {
        // A line torn by a crash is closed first, so that it cannot swallow this one.
        const { size } = await file.stat();
        const last = Buffer.alloc(1, '\n');
        if (size > 0) await file.read(last, 0, 1, size - 1);
        await file.write(last[0] === 0x0a ? line : `\n${line}`);
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `Your progress could not be saved (${reason}). Free some disk space and try again.`,
        { cause: error },
      );
    }
  }
}

/** What the file holds from an offset on; nothing when there is no file. */
async function readFrom(path: string, offset: number): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(Math.max(0, size - offset));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Buffer.alloc(0);
    throw error;
  }
}
