/** Puts what a program wrote to its two streams in the order in which it was written, by the marks of `StreamMarks`. */
import type { OutputStream } from '../../../core/pack/pack.js';

/** Milliseconds that something waits for its turn at most: a program may be stopped between two of its marks. */
const patience = 100;
/** Bytes of a mark behind its key. */
const longestMark = 64;
const end = Buffer.from('\x1b\\');

/** What stderr says at once; without a name when nobody marked it. */
interface Segment {
  readonly name: string | undefined;
  readonly bytes: Buffer[];
  /** Bytes that are still to come. */
  left: number;
}

export class StreamOrder {
  private readonly begin: Buffer;
  private readonly torn: Record<OutputStream, Buffer> = {
    stdout: Buffer.alloc(0),
    stderr: Buffer.alloc(0),
  };
  /** Bytes of stdout, and the names of what stderr says between them. */
  private readonly out: (Buffer | string)[] = [];
  private readonly err: Segment[] = [];
  /** Names that one of the streams came past while the other did not. */
  private readonly settled = new Set<string>();
  private speaker: OutputStream = 'stdout';
  private readonly said: Buffer[] = [];
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param key what the marks begin with.
   * @param put gets every byte that is not a mark, each stream's in order.
   * @param onWaiting hears when Python begins to read its input and when it goes on, where it was asked to tell.
   */
  constructor(
    key: string,
    private readonly put: (stream: OutputStream, bytes: Buffer) => void,
    private readonly onWaiting: (isWaiting: boolean) => void,
  ) {
    this.begin = Buffer.from(`\x1b_${key};`);
  }

  add(stream: OutputStream, chunk: Buffer): void {
    const torn = this.torn[stream];
    const bytes = torn.length === 0 ? chunk : Buffer.concat([torn, chunk]);
    this.torn[stream] = bytes.subarray(this.split(stream, bytes));
    this.emit();
  }

  /** Nothing more comes. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      this.take(stream, this.torn[stream]);
      this.torn[stream] = Buffer.alloc(0);
    }
    this.emit();
    this.release();
  }

  /** Takes bytes and marks apart; answers where something begins that may be a mark and is not whole yet. */
  private split(stream: OutputStream, bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const begin = bytes.indexOf(this.begin, at);
      if (begin === -1) {
        const rest = at + this.wholeLength(bytes.subarray(at));
        this.take(stream, bytes.subarray(at, rest));
        return rest;
      }
      this.take(stream, bytes.subarray(at, begin));
      const inside = begin + this.begin.length;
      const stop = bytes.subarray(inside, inside + longestMark).indexOf(end);
      if (stop !== -1) this.mark(stream, bytes.toString('latin1', inside, inside + stop));
      else if (bytes.length - inside < longestMark) return begin;
      at = stop === -1 ? inside : inside + stop + end.length;
    }
  }

  /** How much of it cannot be the beginning of a mark. */
  private wholeLength(bytes: Buffer): number {
    for (
      let from = bytes.indexOf(0x1b, Math.max(0, bytes.length - this.begin.length + 1));
      from !== -1;
      from = bytes.indexOf(0x1b, from + 1)
    )
      if (bytes.subarray(from).equals(this.begin.subarray(0, bytes.length - from))) return from;
    return bytes.length;
  }

  private mark(stream: OutputStream, words: string): void {
    const [name = '', length = '0'] = words.split(';');
    const last = this.err.at(-1);
    if (stream === 'stderr') {
      if (last) last.left = 0;
      this.err.push({ name, bytes: [], left: Number(length) });
    } else if (name === 'waits' || name === 'goes on') this.onWaiting(name === 'waits');
    else this.out.push(name);
  }

  private take(stream: OutputStream, bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (stream === 'stdout') {
      this.out.push(bytes);
      return;
    }
    const last = this.err.at(-1);
    const mine = bytes.subarray(0, last?.left ?? 0);
    if (last && mine.length > 0) {
      last.bytes.push(mine);
      last.left -= mine.length;
    }
    const rest = bytes.subarray(mine.length);
    if (rest.length > 0) this.err.push({ name: undefined, bytes: [rest], left: 0 });
  }

  /** Says what has its turn. */
  private emit(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (;;) {
      const piece = this.out[0];
      if (typeof piece === 'object') this.say('stdout', piece);
      else if (piece === undefined || !this.settled.delete(piece)) {
        if (this.emitStderr(piece)) continue;
        break;
      }
      this.out.shift();
    }
    this.flush();
    if (this.out.length === 0 && this.err.every(({ bytes }) => bytes.length === 0)) return;
    this.timer = setTimeout(() => {
      this.release();
    }, patience);
  }

  /**
   * Says what stderr has next, if it has its turn; answers whether it went on.
   *
   * @param due whose turn it is.
   */
  private emitStderr(due: string | undefined): boolean {
    const segment = this.err[0];
    if (!segment) return false;
    const { name } = segment;
    const hasTurn =
      name === undefined ||
      name === due ||
      this.settled.has(name) ||
      // A thread that took its name later was faster.
      this.err.some((later) => later.name !== undefined && later.name === due);
    if (!hasTurn) return false;
    for (const bytes of segment.bytes.splice(0)) this.say('stderr', bytes);
    if (segment.left > 0) return false;
    this.err.shift();
    if (name === undefined) return true;
    if (name === due) this.out.shift();
    else this.settle(name);
    return true;
  }

  /** Says whatever waits. */
  private release(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const piece of this.out.splice(0))
      if (typeof piece === 'object') this.say('stdout', piece);
      else this.settle(piece);
    for (const segment of this.err.splice(0)) {
      for (const bytes of segment.bytes.splice(0)) this.say('stderr', bytes);
      if (segment.left > 0) this.err.push(segment);
      else if (segment.name !== undefined) this.settle(segment.name);
    }
    this.flush();
  }

  /** Joins what one stream says in one go. */
  private say(stream: OutputStream, bytes: Buffer): void {
    if (stream !== this.speaker) this.flush();
    this.speaker = stream;
    this.said.push(bytes);
  }

  private flush(): void {
    const [first, ...more] = this.said.splice(0);
    if (first) this.put(this.speaker, more.length === 0 ? first : Buffer.concat([first, ...more]));
  }

  /** One stream came past a name without the other. */
  private settle(name: string): void {
    if (!this.settled.delete(name)) this.settled.add(name);
  }
}
