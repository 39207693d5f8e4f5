/** An append log over a store of whole files without append, lock or sync, as a browser's `workspace.fs` is one. */
import type { AppendLog, Segment } from '../../../../src/app/ports.js';

export class WholeFiles implements AppendLog {
  readonly files = new Map<string, Uint8Array>();
  /** Bytes that were handed out. */
  bytesRead = 0;
  private changes = 0;

  segments(): Promise<readonly Segment[]> {
    return Promise.resolve(
      [...this.files].map(([name, { length }]) => ({
        name,
        size: length,
        changedAt: this.changes,
      })),
    );
  }

  read(name: string, from: number, length: number): Promise<Uint8Array> {
    const bytes = (this.files.get(name) ?? new Uint8Array()).slice(from, from + length);
    this.bytesRead += bytes.length;
    return Promise.resolve(bytes);
  }

  append(name: string, lines: string): Promise<void> {
    const before = this.files.get(name) ?? new Uint8Array();
    this.files.set(name, Buffer.concat([before, Buffer.from(lines)]));
    this.changes += 1;
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }
}
