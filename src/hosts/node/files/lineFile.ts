/** A file of lines to which any number of windows append. A line that a crash tore apart costs no other one. */
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openIfThere } from './openIfThere.js';

/** What was read of a file of lines. */
export interface ReadLines {
  readonly lines: readonly string[];
  /** The file was deleted, or begun anew: what was read of it before counts no more. */
  readonly anew: boolean;
}

export class LineFile {
  /** Bytes that were read already. */
  private offset = 0;

  constructor(readonly path: string) {}

  /**
   * Resolves when the lines outlive this process, and with `toDisk` when they outlive a power cut.
   *
   * @throws the file system's error; then the lines may be there or not.
   */
  async append(lines: readonly string[], toDisk = false): Promise<void> {
    await closing(await this.openToAppend(), (file) => write(file, lines, toDisk));
  }

  /** Appends, and reads the lines back among those of others. It opens the file once: a verdict waits for this. */
  async appendAndReadOn(lines: readonly string[]): Promise<ReadLines> {
    return closing(await this.openToAppend(), async (file) => {
      await write(file, lines, false);
      return this.readOnIn(file);
    });
  }

  /** The whole lines that were appended since the last call, by whomever; none when there is no file. */
  async readOn(): Promise<ReadLines> {
    const found = await openIfThere(this.path);
    if (!found) return { lines: [], anew: this.restart(0) };
    return closing(found, (file) => this.readOnIn(file));
  }

  private async readOnIn(file: FileHandle): Promise<ReadLines> {
    const { size } = await file.stat();
    const anew = this.restart(size);
    const bytes = Buffer.alloc(size - this.offset);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, this.offset);
    const end = bytes.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
    this.offset += end;
    const text = bytes.subarray(0, end).toString('utf8');
    return { lines: text.split('\n').filter((line) => line !== ''), anew };
  }

  /** Makes the folder only when it is not there: it almost always is. */
  private async openToAppend(): Promise<FileHandle> {
    try {
      return await open(this.path, 'a+');
    } catch {
      await mkdir(dirname(this.path), { recursive: true });
      return open(this.path, 'a+'); // What else was wrong is told here.
    }
  }

  /** Reads from the start again when the file has become shorter than what was read of it. */
  private restart(size: number): boolean {
    const anew = size < this.offset;
    if (anew) this.offset = 0;
    return anew;
  }
}

async function write(file: FileHandle, lines: readonly string[], toDisk: boolean): Promise<void> {
  // The first line end closes what somebody may have torn; empty lines are no lines.
  await file.appendFile(`\n${lines.join('\n')}\n`);
  if (toDisk) await file.datasync();
}

async function closing<T>(file: FileHandle, work: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
