/** Reads on in a file that grows: what was appended since the last time, in pieces, and a new file from its start. */
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { openIfThere } from './openIfThere.js';

/** Bytes that are decoded between two pauses: some milliseconds of work. */
const pieceSize = 1 << 18;
/** Bytes of the start by which a file is known again: the first entry's id is among them. */
const headSize = 64;
const lineEnd = 0x0a;

export class JournalReader {
  /** Bytes that were read. */
  private offset = 0;
  private head: Buffer = Buffer.alloc(0);

  constructor(private readonly path: string) {}

  /**
   * Hands over whole lines. When the file is another one than the last time, or has gone, `onReplaced` comes first:
   * what was read before counts no more. Rejects with the system's error.
   *
   * @returns whether a last line has no end: it was torn, or another window is writing it
   */
  async readOn(onReplaced: () => void, onLines: (text: string) => void): Promise<boolean> {
    const file = await openIfThere(this.path);
    try {
      const head = file ? await this.readAt(file, 0, headSize) : Buffer.alloc(0);
      const size = file ? (await file.stat()).size : 0;
      const known = head.subarray(0, this.head.length);
      if (size < this.offset || !known.equals(this.head)) {
        this.offset = 0;
        onReplaced();
      }
      const torn = file !== undefined && (await this.readLines(file, onLines));
      // Remembered as far as it was taken in.
      this.head = Buffer.from(head.subarray(0, Math.min(headSize, this.offset)));
      return torn;
    } finally {
      await file?.close();
    }
  }

  private async readLines(file: FileHandle, onLines: (text: string) => void): Promise<boolean> {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const piece = await this.readAt(file, this.offset + rest.length, pieceSize);
      if (piece.length === 0) return rest.length > 0;
      rest = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const end = rest.lastIndexOf(lineEnd) + 1;
      if (end > 0) {
        onLines(rest.toString('utf8', 0, end));
        this.offset += end;
        rest = rest.subarray(end);
      }
      if (piece.length === pieceSize) await pause();
    }
  }

  private async readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(bytes, 0, length, position);
    return bytes.subarray(0, bytesRead);
  }
}
