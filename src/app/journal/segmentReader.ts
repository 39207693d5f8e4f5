/** Reads on in a segment that grows: what was appended since the last time, in pieces, and a new one from its start. */
import { longestLine } from '../../core/progress/entryLine.js';
import type { AppendLog, Segment } from '../ports.js';

/** Bytes that are decoded between two pauses: some milliseconds of work. */
const pieceSize = 1 << 18;
/** Bytes of the start by which a segment is known again: the first entry's id is among them. */
const headSize = 64;
const lineEnd = 0x0a;
/** Bytes of a line that is too long to be one, as far as it is shown. */
const shownOfLong = 1 << 10;

/** Bytes of the longest line: a UTF-16 code unit is at most three in UTF-8. */
const longest = 3 * longestLine;

export class SegmentReader {
  /** Bytes that were read for good. */
  private offset = 0;
  private head: Uint8Array = new Uint8Array();
  /** The rest of a line that is too long is passed over until it ends. */
  private isSkipping = false;
  private last: Segment | undefined;
  private readonly decoder = new TextDecoder();

  constructor(
    private readonly log: Pick<AppendLog, 'read'>,
    readonly name: string,
    private readonly pause: () => Promise<unknown>,
  ) {}

  /** Whether the segment is the one that was read: not begun anew, and not shorter. */
  async isSame(segment: Segment | undefined): Promise<boolean> {
    const before = this.last;
    this.last = segment;
    if (!segment || segment.size < this.offset) return false;
    const isUnchanged = segment.size === before?.size && segment.changedAt === before.changedAt;
    if (isUnchanged || this.head.length === 0) return true;
    const head = await this.log.read(this.name, 0, this.head.length);
    return sameBytes(head, this.head);
  }

  /**
   * Hands over what was appended, whole lines each time. A last line without an end comes too when `atEnd` says so: it
   * was torn, or is just being written, and is read again when it went on.
   */
  async readOn(size: number, atEnd: boolean, onLines: (text: string) => void): Promise<void> {
    if (size === this.offset) return;
    let pieces: Uint8Array[] = [];
    let pending = 0;
    for (;;) {
      const piece = await this.log.read(this.name, this.offset + pending, pieceSize);
      if (piece.length === 0) break;
      if (this.offset + pending === 0) this.head = piece.slice(0, headSize);
      const end = piece.lastIndexOf(lineEnd) + 1;
      if (end > 0) {
        this.hand([...pieces, piece.subarray(0, end)], onLines);
        this.offset += pending + end;
        pieces = [piece.slice(end)];
        pending = piece.length - end;
      } else {
        pieces.push(piece);
        pending += piece.length;
      }
      if (pending > longest || (this.isSkipping && pending > 0)) {
        if (!this.isSkipping) onLines(this.decoder.decode(joined(pieces).subarray(0, shownOfLong)));
        this.isSkipping = true;
        this.offset += pending;
        pieces = [];
        pending = 0;
      }
      if (piece.length === pieceSize) await this.pause();
      else break;
    }
    if (this.head.length > this.offset) this.head = this.head.slice(0, this.offset);
    if (atEnd && pending > 0) onLines(this.decoder.decode(joined(pieces)));
  }

  private hand(pieces: readonly Uint8Array[], onLines: (text: string) => void): void {
    let bytes = joined(pieces);
    if (this.isSkipping) bytes = bytes.subarray(bytes.indexOf(lineEnd) + 1);
    this.isSkipping = false;
    onLines(this.decoder.decode(bytes));
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
