/** What features may ask of Python; no process, path search or foreign extension shows through. */
import type { Event } from '../event.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { OutputStream } from '../../core/pack/pack.js';

/** Whatever asks a Python rejects with `Untrusted` where nothing may be run. */
export interface InterpreterService {
  /** The interpreter in use; undefined when there is none. Asked once, then kept until something changes. */
  current(): Promise<Interpreter | undefined>;
  /** Every interpreter on the machine, the one in use first; `found` hears of each as soon as it answers. */
  all(found?: (interpreter: Interpreter) => void): Promise<readonly Interpreter[]>;
  /** The lab environment's; undefined before something was installed into it. */
  lab(): Promise<Interpreter | undefined>;
  readonly onDidChange: Event<void>;
  /** Asks with a quick pick and remembers the answer. */
  select(): Promise<Interpreter | undefined>;
}

/** How a program is recorded; what is left out is as usual. */
export interface RecordingOptions {
  /** Whether the references to each object are counted. */
  readonly counts?: boolean;
  /** Of more than these the first and the last are kept. */
  readonly steps?: number;
  /** Of processor time. */
  readonly seconds?: number;
  /** At one step. */
  readonly objects?: number;
  /** Seconds for which the program goes on when its time to be recorded is up; left out, until it ends or its own time is up. */
  readonly afterwards?: number;
}

export interface RunRequest {
  readonly interpreter: Interpreter;
  /** Absolute path of the file to run. */
  readonly file: string;
  /** Absolute path of the folder to run in. */
  readonly cwd: string;
  /** Absolute paths of what it works with beside `cwd` and its own; the built-in Python sees no other folder. */
  readonly folders?: readonly string[];
  /** Written to the process before anything else; input stays open afterwards for `write`. */
  readonly stdin?: string;
  /** Whether nothing of the user's environment may decide what it does, not even where packages are. */
  readonly isolated?: boolean;
  /** Given when it is recorded step by step, which an isolated one cannot be. */
  readonly record?: RecordingOptions;
  /** Seconds; none means no limit. */
  readonly timeout?: number;
}

/** A tool that is run like a program of the learner's: its output streams, and nothing of it is left behind. */
export interface ToolRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Beside what every Python is given; undefined takes a variable away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The Python that watches over it: should the window be killed, it ends the tool. */
  readonly watchedBy: Interpreter;
}

export interface RunResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  /** Why it ended when it did not end by itself. */
  readonly ended: 'itself' | 'stopped' | 'timeout' | 'failedToStart';
  /** Milliseconds from start to exit. */
  readonly duration: number;
  /** Bytes, where the system tells. */
  readonly peakMemory?: number;
  /** A sentence for the user when `ended` is `failedToStart`. */
  readonly error?: string;
  /** Both streams as kept: head and tail when they were long. */
  readonly stdout: string;
  readonly stderr: string;
  /** True when the middle was dropped; the whole of both streams, in order of arrival, is then in `savedTo`. */
  readonly truncated: boolean;
  /** Absolute path. */
  readonly savedTo?: string;
  /** For `core/trace/recording.ts`, when it was recorded. */
  readonly recording?: string;
}

export interface Run {
  readonly id: string;
  /** Resolves when the process and everything it started are gone; never rejects. */
  readonly result: Promise<RunResult>;
  /**
   * One line of input for `input()`, or several; they are shown as a terminal shows them. False when they are not taken
   * since the program has not read a great deal of what came before.
   */
  write(text: string): boolean;
  /** The end of the input, as Ctrl+D has it: `sys.stdin.read()` returns, `input()` raises EOFError. */
  endInput(): void;
  /** SIGINT to the whole tree, then SIGKILL after a second, or at once when asked again. */
  stop(): void;
}

/** Chunks arrive batched (at most one call per 16 ms), decoded, stdout and stderr told apart, and bounded. */
export type OutputListener = (chunk: {
  readonly stream: OutputStream;
  readonly text: string;
}) => void;

/**
 * The program waits for input, or does so no longer. Where the system does not tell, it is said to wait from its start
 * on; once the input has ended nothing is said.
 */
export type WaitingListener = (isWaiting: boolean) => void;

/** The end of an output whose beginning fills all the room that it is shown in. */
export interface OutputTail {
  /** Bytes between the two. */
  readonly leftOut: number;
  readonly chunks: readonly { readonly stream: OutputStream; readonly text: string }[];
}

/** Takes the place of the tail before; a few times a second at most, and once at the end. */
export type TailListener = (tail: OutputTail) => void;

/** What else one may hear of a run. */
export interface RunListeners {
  readonly onWaiting?: WaitingListener;
  readonly onTail?: TailListener;
}

/** Both methods throw `Untrusted` where nothing may be run. */
export interface Runner {
  start(request: RunRequest, onOutput: OutputListener, listeners?: RunListeners): Run;
  startTool(request: ToolRequest, onOutput: OutputListener): Run;
}
