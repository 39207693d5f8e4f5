/** The one place where processes start. Nothing else imports `child_process`, which the linter sees to. */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import type { BuiltInPython } from '../builtIn/builtInPython.js';
import type { Trust } from '../../../app/ports.js';
import { mustBeTrusted } from '../../../app/running/gate.js';
import type { Start } from './start.js';

export type { ChildProcess, ChildProcessWithoutNullStreams };

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** Whoever starts something has one of these, and each asks for trust: there is no way round it. */
export class Processes {
  /** @param builtIn left out where there is none. */
  constructor(
    private readonly trust: Trust,
    readonly builtIn?: BuiltInPython,
  ) {}

  /** Throws `Untrusted`: for whoever would otherwise do something for nothing first. */
  mustBeAllowed(): void {
    mustBeTrusted(this.trust);
  }

  /** A program with all of its streams, the leader of a group of its own where there are groups. */
  start(what: Start): ChildProcessWithoutNullStreams {
    this.mustBeAllowed();
    const { command, args, cwd, env } = this.builtIn?.resolve(what) ?? what;
    const detached = process.platform !== 'win32';
    return spawn(command, args, { cwd, env, detached, stdio: 'pipe', windowsHide: true });
  }

  /** One that outlives this process unless it is told to end, or its input closes. */
  startBeside({ command, args, cwd, env }: Start): ChildProcess {
    this.mustBeAllowed();
    return spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    });
  }

  /**
   * Runs something short to its end, without input.
   *
   * @param timeout milliseconds, after which it is killed.
   */
  async ask({ command, args, cwd, env }: Start, timeout: number): Promise<Answer> {
    this.mustBeAllowed();
    const maxBuffer = 32 * 1024 * 1024;
    const killSignal = 'SIGKILL';
    return new Promise((resolve) => {
      const options = { cwd, env, timeout, killSignal, maxBuffer, windowsHide: true } as const;
      execFile(command, [...args], options, (error, stdout, stderr) => {
        const timedOut =
          error?.killed === true && error.code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
        resolve({ stdout, stderr, timedOut });
      }).stdin?.end();
    });
  }
}

/** What the system itself offers to look at processes and to end them; empty when it fails. */
export function systemTool(command: 'ps' | 'taskkill', args: readonly string[]): Promise<string> {
  const options = { maxBuffer: 64 * 1024 * 1024, windowsHide: true };
  return new Promise((resolve) => {
    execFile(command, [...args], options, (_, stdout) => {
      resolve(stdout);
    });
  });
}
