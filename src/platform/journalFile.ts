/** The journal as a file to which any number of windows append. Needs Node, not VS Code. */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeJournal, encodeEntry } from '../core/progress/journal.js';
import { ProgressFold } from '../core/progress/progress.js';
import type { LearningEvent, Progress, ReadingState } from '../core/progress/progress.js';

export class JournalFile implements Progress {
  private readonly fold = new ProgressFold();
  private readonly listeners = new Set<(questionIds: readonly string[]) => void>();
  private readonly seen = new Set<string>();
  private writing: Promise<unknown> = Promise.resolve();
  private loading: Promise<unknown> = Promise.resolve();
  /** Bytes of the file that are folded already. */
  private offset = 0;

  constructor(
    readonly path: string,
    private readonly now: () => number = Date.now,
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
    if (end === 0) return { damaged: 0 };
    const { entries, damaged } = decodeJournal(bytes.subarray(0, end).toString('utf8'));
    this.offset += end;
    const touched = new Set<string>();
    for (const { id, event } of entries) {
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      this.fold.apply(event);
      if ('question' in event) touched.add(event.question);
    }
    if (damaged.length > 0) await appendFile(`${this.path}.damaged`, `${damaged.join('\n')}\n`);
    if (touched.size > 0) for (const listener of this.listeners) listener([...touched]);
    return { damaged: damaged.length };
  }

  state(questionId: string): ReadingState {
    return this.fold.state(questionId);
  }

  scores(quizId: string): ReadonlyMap<string, number> {
    return this.fold.scores(quizId);
  }

  /** Rejects with a sentence for the user when the event could not be stored; then nothing has changed. */
  async record(event: LearningEvent): Promise<void> {
    const entry = { v: 1 as const, id: randomUUID(), time: this.now(), event };
    const write = this.writing.then(() => this.append(encodeEntry(entry)));
    this.writing = write.catch(() => undefined); // The next event is tried whatever became of this one.
    await write;
    await this.load();
  }

  onDidChange = (listener: (questionIds: readonly string[]) => void): { dispose(): void } => {
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
