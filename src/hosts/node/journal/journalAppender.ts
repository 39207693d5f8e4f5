/** Appends whole lines to a file to which other windows append as well; a line counts when it is on the disk. */
import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What is used of an open file. */
export interface AppendedFile {
  stat(): Promise<{ readonly size: number; readonly nlink: number }>;
  read(into: Uint8Array, offset: number, length: number, position: number): Promise<unknown>;
  write(bytes: Uint8Array, offset: number): Promise<{ readonly bytesWritten: number }>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** Opens for appending and reading, and makes the file when there is none. A pipe of that name takes what it takes. */
export type OpenToAppend = (path: string) => Promise<AppendedFile>;

export const openToAppend: OpenToAppend = (path) =>
  open(
    path,
    constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | constants.O_NONBLOCK,
    0o600,
  );

interface Waiting {
  readonly lines: string;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

/** Bytes that go to the disk at once. */
const batchSize = 1 << 20;
const lineEnd = 0x0a;

export class JournalAppender {
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;

  constructor(
    private readonly path: string,
    private readonly openFile: OpenToAppend = openToAppend,
  ) {}

  /**
   * Resolves when the lines are on the disk. Those that come while others are written go together, with one wait for
   * the disk. Rejects with the system's error when they are not stored; the next are tried all the same.
   *
   * @param lines whole ones, each with its end; none at all closes a torn line
   */
  append(lines: string): Promise<void> {
    return new Promise((stored, failed) => {
      this.waiting.push({ lines, stored, failed });
      this.working ??= this.work();
    });
  }

  /** Runs when nothing is being written, and before anything else is. */
  async between(action: () => Promise<void>): Promise<void> {
    while (this.working) await this.working;
    const done = action();
    this.working = done.then(
      () => this.work(),
      () => this.work(),
    );
    await done;
  }

  private async work(): Promise<void> {
    // Events of one moment are all waiting after this.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      let size = 0;
      const last = this.waiting.findIndex(({ lines }) => (size += lines.length) >= batchSize);
      const batch = this.waiting.splice(0, last < 0 ? this.waiting.length : last + 1);
      try {
        await this.write(batch.map(({ lines }) => lines).join(''));
        for (const { stored } of batch) stored();
      } catch (error) {
        await this.writeSingly(batch, error);
      }
    }
    this.working = undefined;
  }

  /** What was refused together may go in part: what fits on a disk that is nearly full. */
  private async writeSingly(batch: readonly Waiting[], error: unknown): Promise<void> {
    const [only] = batch;
    if (batch.length === 1) only?.failed(error);
    else
      for (const { lines, stored, failed } of batch) await this.write(lines).then(stored, failed);
  }

  private async write(lines: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    // Again when another window deleted the file meanwhile; some file systems always say so, hence not for ever.
    for (let tries = 0; tries < 3; tries++)
      if (await this.writeTo(await this.openFile(this.path), lines)) return;
  }

  /** @returns false when the file is no longer the one of that name */
  private async writeTo(file: AppendedFile, lines: string): Promise<boolean> {
    try {
      const { size } = await file.stat();
      const last = Uint8Array.of(lineEnd);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      // A line torn by a crash is closed first, so that it cannot swallow this one.
      const bytes = Buffer.from(last[0] === lineEnd ? lines : `\n${lines}`);
      if (bytes.length === 0) return true;
      const { bytesWritten } = await file.write(bytes, 0);
      // The rest is not sent after it: another window's line may already follow.
      if (bytesWritten < bytes.length) throw new Error('the disk took only a part of it');
      await file.datasync();
      if (size === 0) await syncFolder(dirname(this.path));
      return (await file.stat()).nlink > 0;
    } finally {
      await file.close();
    }
  }
}

/** A new file lasts once its folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows has no such thing, and needs none.
  }
}
