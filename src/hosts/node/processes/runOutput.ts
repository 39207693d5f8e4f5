/** All that becomes of what one program prints: it is put in order, shown, kept and saved. */
import type { OutputStream } from '../../../core/pack/pack.js';
import { LiveOutput } from './liveOutput.js';
import { OutputFile, StreamKeeper } from './outputKeeper.js';
import type { OutputLimits } from './outputKeeper.js';
import type { ChildProcessWithoutNullStreams } from './processes.js';
import type {
  OutputListener,
  RunResult,
  TailListener,
} from '../../../app/running/pythonServices.js';
import { StreamOrder } from './streamOrder.js';

interface Listeners {
  readonly onOutput: OutputListener;
  readonly onTail: TailListener;
  /** Whenever something arrives. */
  readonly onChunk: () => void;
  /** See `StreamOrder`. */
  readonly onReading: (isReading: boolean) => void;
}

export class RunOutput {
  private readonly live: LiveOutput;
  private readonly file: OutputFile;
  private readonly keepers: Readonly<Record<OutputStream, StreamKeeper>>;
  private readonly order: StreamOrder | undefined;

  /** @param marks what the marks of the streams begin with, when they have any. */
  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    limits: OutputLimits,
    marks: string | undefined,
    { onOutput, onTail, onChunk, onReading }: Listeners,
  ) {
    this.live = new LiveOutput(limits, onOutput, onTail);
    this.file = new OutputFile(limits);
    this.keepers = { stdout: new StreamKeeper(limits), stderr: new StreamKeeper(limits) };
    const take = (stream: OutputStream, bytes: Buffer): void => {
      this.take(stream, bytes);
    };
    this.order = marks === undefined ? undefined : new StreamOrder(marks, take, onReading);
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (chunk: Buffer) => {
        onChunk();
        if (this.order) this.order.add(stream, chunk);
        else take(stream, chunk);
      });
      child[stream].on('error', () => undefined);
    }
  }

  /** Shows what was typed, as a terminal does. */
  echo(lines: string): void {
    this.live.add('stdout', Buffer.from(lines));
  }

  /** Nothing more comes; resolves when all of it is saved that has to be. */
  async end(): Promise<Pick<RunResult, 'stdout' | 'stderr' | 'truncated' | 'savedTo'>> {
    this.order?.end();
    const { stdout, stderr } = this.keepers;
    stdout.end();
    stderr.end();
    this.live.end();
    const truncated = stdout.truncated || stderr.truncated;
    const savedTo = await this.file.end(truncated);
    return {
      stdout: stdout.text(),
      stderr: stderr.text(),
      truncated,
      ...(savedTo === undefined ? {} : { savedTo }),
    };
  }

  private take(stream: OutputStream, bytes: Buffer): void {
    this.keepers[stream].take(bytes);
    this.live.add(stream, bytes);
    const lag = this.file.add(bytes);
    if (!lag) return;
    // Both, for the order of one depends on the marks in the other.
    const { stdout, stderr } = this.child;
    stdout.pause();
    stderr.pause();
    void lag.then(() => {
      stdout.resume();
      stderr.resume();
    });
  }
}
