/** What is shown of a program while it runs: its beginning whole, and then what it printed last. */
import { StringDecoder } from 'node:string_decoder';
import type { OutputStream } from '../../../core/pack/pack.js';
import { OutputBatch } from '../../../app/running/outputBatch.js';
import { wholeCharacters } from './outputKeeper.js';
import type { OutputLimits } from './outputKeeper.js';
import type {
  OutputListener,
  OutputTail,
  TailListener,
} from '../../../app/running/pythonServices.js';

/** Milliseconds between two looks at the end of what is too long to show whole. */
const pause = 200;
/** Bytes of it that are shown while more comes. */
const shownLive = 32 * 1024;

/** Bytes that a change from one stream to the other counts for: a page shows each change as an element of its own. */
const changeOfStream = 64;

interface Piece {
  readonly stream: OutputStream;
  readonly bytes: Buffer;
  /** Bytes that it counts for. */
  readonly cost: number;
}

export class LiveOutput {
  private readonly batch: OutputBatch;
  private readonly decoders = {
    stdout: new StringDecoder('utf8'),
    stderr: new StringDecoder('utf8'),
  };
  private room: number;
  /** The end of what came after the beginning, and how many bytes came before it. */
  private pieces: Piece[] = [];
  private keptCost = 0;
  private keptBytes = 0;
  private leftOut = 0;
  private last: OutputStream = 'stdout';
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: OutputLimits,
    onOutput: OutputListener,
    private readonly onTail: TailListener,
  ) {
    this.batch = new OutputBatch(onOutput);
    this.room = limits.head;
  }

  add(stream: OutputStream, chunk: Buffer): void {
    const change = stream === this.last ? 0 : changeOfStream;
    this.last = stream;
    this.room -= change;
    const cut = this.cutOf(chunk);
    this.room -= cut;
    if (cut > 0) this.batch.add(stream, this.decoders[stream].write(chunk.subarray(0, cut)));
    if (cut === chunk.length) return;
    const bytes = chunk.subarray(cut);
    this.keep({ stream, bytes, cost: bytes.length + change });
    this.timer ??= setTimeout(() => {
      this.show(shownLive);
    }, pause);
  }

  /** Shows all that is kept. */
  end(): void {
    if (this.pieces.length > 0) this.show(this.limits.tail);
    else
      for (const stream of ['stdout', 'stderr'] as const)
        this.batch.add(stream, this.decoders[stream].end());
    this.batch.flush();
  }

  /** How much of a chunk still belongs to the beginning, which ends with a whole character. */
  private cutOf(chunk: Buffer): number {
    let cut = Math.min(Math.max(0, this.room), chunk.length);
    if (this.pieces.length > 0) return 0;
    for (let most = 3; most > 0 && ((chunk[cut] ?? 0) & 0xc0) === 0x80; most -= 1) cut += 1;
    return cut;
  }

  private keep(piece: Piece): void {
    this.pieces.push(piece);
    this.keptCost += piece.cost;
    this.keptBytes += piece.bytes.length;
    let first = this.pieces[0];
    while (first && this.keptCost - first.cost >= this.limits.tail) {
      this.pieces.shift();
      this.keptCost -= first.cost;
      this.keptBytes -= first.bytes.length;
      this.leftOut += first.bytes.length;
      first = this.pieces[0];
    }
  }

  private show(most: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.batch.flush();
    let leftOut = this.leftOut + this.keptBytes;
    const chunks: { stream: OutputStream; bytes: Buffer[] }[] = [];
    let room = most;
    for (let at = this.pieces.length - 1; at >= 0 && room > 0; at -= 1) {
      const piece = this.pieces[at];
      if (!piece) break;
      const { stream, bytes, cost } = piece;
      const part = bytes.subarray(Math.max(0, bytes.length - room));
      room -= cost;
      leftOut -= part.length;
      const next = chunks.at(-1);
      if (next?.stream === stream) next.bytes.push(part);
      else chunks.push({ stream, bytes: [part] });
    }
    const tail: OutputTail = {
      leftOut,
      chunks: chunks.reverse().map(({ stream, bytes }, at) => {
        const all = Buffer.concat(bytes.reverse());
        const text = at === 0 && leftOut > 0 ? wholeCharacters(all) : all.toString('utf8');
        return { stream, text };
      }),
    };
    this.onTail(tail);
  }
}
