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

interface Piece {
  readonly stream: OutputStream;
  readonly bytes: Buffer;
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
  private kept = 0;
  private leftOut = 0;
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
    const cut = this.cutOf(chunk);
    this.room -= cut;
    if (cut > 0) this.batch.add(stream, this.decoders[stream].write(chunk.subarray(0, cut)));
    if (cut === chunk.length) return;
    this.keep({ stream, bytes: chunk.subarray(cut) });
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
    this.kept += piece.bytes.length;
    let first = this.pieces[0];
    while (first && this.kept - first.bytes.length >= this.limits.tail) {
      this.pieces.shift();
      this.kept -= first.bytes.length;
      this.leftOut += first.bytes.length;
      first = this.pieces[0];
    }
  }

  private show(most: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.batch.flush();
    let over = Math.max(0, this.kept - most);
    const leftOut = this.leftOut + over;
    const chunks: { stream: OutputStream; bytes: Buffer[] }[] = [];
    for (const { stream, bytes } of this.pieces) {
      const part = bytes.subarray(Math.min(over, bytes.length));
      over -= bytes.length - part.length;
      if (part.length === 0) continue;
      const last = chunks.at(-1);
      if (last?.stream === stream) last.bytes.push(part);
      else chunks.push({ stream, bytes: [part] });
    }
    const tail: OutputTail = {
      leftOut,
      chunks: chunks.map(({ stream, bytes }, at) => {
        const all = Buffer.concat(bytes);
        const text = at === 0 && leftOut > 0 ? wholeCharacters(all) : all.toString('utf8');
        return { stream, text };
      }),
    };
    this.onTail(tail);
  }
}
