/** Keeps the beginning and the end of what a process prints, and saves it all to a file when it grows long. */
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { removeTemporaryFolder, temporaryFolder } from '../files/temporaryFolders.js';

export interface OutputLimits {
  /** Bytes kept of the beginning and of the end of each stream. */
  readonly head: number;
  readonly tail: number;
  /** Bytes saved to the file at most, so that an endless loop does not fill the disk. */
  readonly file: number;
}

export const usualLimits: OutputLimits = {
  head: 256 * 1024,
  tail: 256 * 1024,
  file: 1024 * 1024 * 1024,
};

/** One stream: text while it is short, then bytes in a ring of which only the last count. */
export class StreamKeeper {
  private readonly decoder = new StringDecoder('utf8');
  private headBytes = 0;
  private readonly headText: string[] = [];
  private tail: Buffer[] = [];
  private tailBytes = 0;
  private droppedBytes = 0;

  constructor(private readonly limits: OutputLimits) {}

  get truncated(): boolean {
    return this.droppedBytes > 0;
  }

  take(chunk: Buffer): void {
    const room = this.limits.head - this.headBytes;
    const now = chunk.subarray(0, Math.max(0, room));
    const later = chunk.subarray(now.length);
    this.headBytes += now.length;
    if (later.length > 0) this.takeTail(later);
    const text = now.length > 0 ? this.decoder.write(now) : '';
    if (text !== '') this.headText.push(text);
  }

  /** The stream has ended. */
  end(): void {
    const bytes = Buffer.concat(this.tail);
    this.tail = [];
    let text: string;
    if (this.truncated) {
      const extra = Math.max(0, bytes.length - this.limits.tail);
      const left = (this.droppedBytes + extra).toLocaleString('en');
      // What the decoder still holds is the first part of a character that is cut in two.
      text = `\n… ${left} bytes left out …\n${wholeCharacters(bytes.subarray(extra))}`;
    } else {
      text = this.decoder.write(bytes) + this.decoder.end();
    }
    if (text !== '') this.headText.push(text);
  }

  /** All that is kept, with a word on what is left out. */
  text(): string {
    return this.headText.join('');
  }

  private takeTail(chunk: Buffer): void {
    this.tail.push(chunk);
    this.tailBytes += chunk.length;
    let first = this.tail[0];
    while (first && this.tailBytes - first.length >= this.limits.tail) {
      this.tail.shift();
      this.tailBytes -= first.length;
      this.droppedBytes += first.length;
      first = this.tail[0];
    }
    const excess = this.tailBytes - this.limits.tail;
    if (first && excess > 0) {
      // A copy, for a part of a chunk would keep the whole of it in memory.
      this.tail[0] = Buffer.from(first.subarray(excess));
      this.tailBytes -= excess;
      this.droppedBytes += excess;
    }
  }
}

/** Everything in order of arrival, written once it is more than what is kept anyway. */
export class OutputFile {
  private waiting: Buffer[] = [];
  private stream: Promise<WriteStream | undefined> | undefined;
  private written = 0;
  private path: string | undefined;

  constructor(private readonly limits: OutputLimits) {}

  /** Resolves at once unless the disk lags behind; the caller reads no further until then. */
  add(chunk: Buffer): Promise<void> | undefined {
    const room = this.limits.file - this.written;
    const part = chunk.subarray(0, Math.max(0, room));
    if (part.length === 0) return undefined;
    this.written += part.length;
    this.waiting.push(part);
    if (!this.stream && this.written <= this.limits.head + this.limits.tail) return undefined;
    return this.flush();
  }

  /** The finished file, or nothing when there is no need of one or it could not be written. */
  async end(needed: boolean): Promise<string | undefined> {
    if (needed) await this.flush();
    const stream = await this.stream;
    if (!stream) return undefined;
    stream.end();
    await finished(stream).catch(() => undefined);
    if (!needed && this.path !== undefined) await removeTemporaryFolder(dirname(this.path));
    return needed ? this.path : undefined;
  }

  private async flush(): Promise<void> {
    this.stream ??= this.open();
    const stream = await this.stream;
    const chunks = this.waiting;
    this.waiting = [];
    if (!stream || stream.errored) return;
    let drained = true;
    for (const chunk of chunks) drained = stream.write(chunk);
    if (drained) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        stream.off('drain', go).off('error', go);
        resolve();
      };
      stream.once('drain', go).once('error', go);
    });
  }

  private async open(): Promise<WriteStream | undefined> {
    try {
      const folder = await temporaryFolder('output');
      this.path = join(folder, 'output.txt');
      const stream = createWriteStream(this.path);
      // A full disk costs the file and nothing else; `end` then answers that there is none.
      stream.on('error', () => {
        this.path = undefined;
      });
      return stream;
    } catch {
      // As above: without a temporary folder there is no file.
      return undefined;
    }
  }
}

/** Without the continuation bytes at the start that belong to a character cut in two. */
export function wholeCharacters(bytes: Buffer): string {
  let at = 0;
  while (at < 3 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return bytes.subarray(at).toString('utf8');
}
