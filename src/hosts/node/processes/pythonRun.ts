/** One program from its start to the end of the last process that it started. */
import { pythonEnvironment } from '../../../app/running/environment.js';
import { RunClock } from '../../../app/running/runClock.js';
import { tellsWaiting } from './inputWait.js';
import type { Launch } from '../../../app/running/launch.js';
import type { OutputLimits } from './outputKeeper.js';
import { PeakMemory } from './peakMemory.js';
import type { ChildProcessWithoutNullStreams, Processes } from './processes.js';
import { quiet } from './quietStreams.js';
import { RecordingWatch } from './recordingWatch.js';
import { killProcess, killTreeOnWindows, runVariable, signalGroup } from './processTable.js';
import type { ProcessTable } from './processTable.js';
import type {
  OutputListener,
  Run,
  RunResult,
  TailListener,
  WaitingListener,
} from '../../../app/running/pythonServices.js';
import { RunOutput } from './runOutput.js';
import { RunWatch } from './runWatch.js';
import { startFault } from './startFault.js';
import type { StartFault } from '../../../app/running/startFault.js';
import type { Watchdog } from './watchdog.js';

/** Milliseconds between the request to end and the end, and for stragglers of a program that has ended. */
const grace = 1000;
/** Bytes of input that wait for a program which does not read them. */
const mostUnread = 1024 * 1024;
const windows = process.platform === 'win32';

interface Surroundings {
  readonly onOutput: OutputListener;
  readonly onWaiting: WaitingListener;
  readonly onTail: TailListener;
  readonly limits: OutputLimits;
  readonly processes: Processes;
  readonly table: ProcessTable;
  readonly watchdog: Watchdog;
  /** A sentence for the user. */
  readonly faultMessage: (fault: StartFault) => string;
}

export class PythonRun implements Run {
  readonly result: Promise<RunResult>;
  private readonly child: ChildProcessWithoutNullStreams | undefined;
  private readonly startedAt = performance.now();
  private ended: RunResult['ended'] = 'itself';
  /** When whatever is still there is killed; undefined while the program may run. */
  private deadline: number | undefined;
  private killTimer: NodeJS.Timeout | undefined;
  private watch: RunWatch | undefined;
  private output: RunOutput | undefined;
  private over = false;

  constructor(
    readonly id: string,
    private readonly request: Launch,
    private readonly surroundings: Surroundings,
  ) {
    try {
      this.child = surroundings.processes.start({
        command: request.command,
        args: request.args,
        cwd: request.cwd,
        env: pythonEnvironment(process.env, { ...request.env, [runVariable]: id }),
      });
    } catch (error) {
      this.result = Promise.resolve(this.failed(error));
      return;
    }
    this.result = this.follow(this.child);
  }

  write(text: string): boolean {
    if ((this.child?.stdin.writableLength ?? 0) > mostUnread) return false;
    const lines = text.endsWith('\n') ? text : `${text}\n`;
    this.put(lines);
    this.output?.echo(lines);
    return true;
  }

  endInput(): void {
    this.child?.stdin.end();
  }

  stop(): void {
    if (this.deadline === undefined) this.interrupt('stopped');
    else this.kill();
  }

  /** Ends it with all it started, without asking. */
  kill(): void {
    const pid = this.child?.pid;
    if (this.over || pid === undefined) return;
    if (this.deadline === undefined) this.ended = 'stopped';
    this.deadline = performance.now();
    if (windows) void killTreeOnWindows(pid);
    else {
      signalGroup(pid, 'SIGKILL');
      void this.killDescendants(pid);
    }
  }

  private interrupt(why: 'stopped' | 'timeout'): void {
    const pid = this.child?.pid;
    if (this.over || this.deadline !== undefined || pid === undefined) return;
    this.ended = why;
    if (windows) {
      this.kill();
      return;
    }
    this.deadline = performance.now() + grace;
    void this.watch?.refresh().then(() => {
      if (!this.over) signalGroup(pid, 'SIGINT');
    });
    this.killTimer = setTimeout(() => {
      this.kill();
    }, grace);
  }

  private async follow(child: ChildProcessWithoutNullStreams): Promise<RunResult> {
    const { onOutput, onWaiting, onTail, limits, watchdog } = this.surroundings;
    const { pid } = child;
    // Input that nobody reads any more, and a pipe broken by the end of the program, are no faults.
    child.stdin.on('error', () => undefined);
    if (pid === undefined) {
      return new Promise((resolve) =>
        child.once('error', (error) => {
          resolve(this.failed(error));
        }),
      );
    }
    watchdog.watch(pid);
    const limit = this.request.timeout;
    const clock = new RunClock(limit === undefined ? undefined : limit * 1000, () => {
      this.interrupt('timeout');
    });
    const recording = new RecordingWatch(this.request.recording, () => {
      this.interrupt('timeout');
    });
    this.watch = new RunWatch(pid, (isWaiting) => {
      // Where the system does not tell, Python itself does; a child's waiting cannot be told from its work there.
      if (tellsWaiting) clock.wait(isWaiting);
      if (!child.stdin.writableEnded) onWaiting(isWaiting);
    });
    let hasBegun = false;
    const memory = new PeakMemory(pid);
    const output = (this.output = new RunOutput(child, limits, this.request.marks, {
      onOutput,
      onTail,
      onChunk: () => {
        memory.sample();
      },
      onReading: (isReading) => {
        clock.wait(isReading);
        if (hasBegun) onWaiting(isReading);
        else hasBegun = this.request.tellsWaiting === true && !isReading;
      },
    }));
    const closed = new Promise<void>((resolve) =>
      child.once('close', () => {
        resolve();
      }),
    );
    const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
      child.once('exit', (code, signal) => {
        resolve({ code, signal });
      }),
    );
    if (this.request.stdin !== undefined && this.request.stdin !== '') this.put(this.request.stdin);

    const exit = await exited;
    const duration = performance.now() - this.startedAt;
    memory.dispose();
    clock.stop();
    recording.dispose();
    this.watch.dispose();
    await this.endStragglers(pid);
    clearTimeout(this.killTimer);
    this.over = true;
    watchdog.release(pid);
    // Everyone known who could write is gone; only what is in the pipes is still to come.
    await Promise.race([closed, quiet(child, grace)]);

    return {
      ...exit,
      ended: this.ended,
      duration,
      ...(await output.end()),
      ...(memory.bytes === undefined ? {} : { peakMemory: memory.bytes }),
      ...(this.request.recording ? { recording: await this.request.recording.take() } : {}),
    };
  }

  /** Waits for what the program left behind, and ends it when it does not end by itself. */
  private async endStragglers(pid: number): Promise<void> {
    if (windows) {
      await killTreeOnWindows(pid);
      return;
    }
    const latest = this.deadline ?? performance.now() + grace;
    for (;;) {
      const left = await this.surroundings.table.ofRun(
        this.id,
        pid,
        this.watch?.known ?? new Map(),
      );
      if (left.length === 0) return;
      if (performance.now() >= Math.min(latest, this.deadline ?? latest)) left.forEach(killProcess);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async killDescendants(pid: number): Promise<void> {
    const left = await this.surroundings.table.ofRun(this.id, pid, this.watch?.known ?? new Map());
    if (!this.over) left.forEach(killProcess);
  }

  private put(text: string): void {
    if (this.child?.stdin.writable === true) this.child.stdin.write(text);
  }

  private failed(error: unknown): RunResult {
    this.over = true;
    return {
      code: null,
      signal: null,
      ended: 'failedToStart',
      duration: 0,
      error: this.surroundings.faultMessage(startFault(this.request, error)),
      stdout: '',
      stderr: '',
      truncated: false,
    };
  }
}
