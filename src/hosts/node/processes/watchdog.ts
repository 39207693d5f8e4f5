/**
 * Nothing that a run started outlives the extension host, not even when the host is killed with no time to tidy up.
 *
 * One small Python a host (`-I -S`, its own session) waits at a pipe of which the host holds the other end. While the
 * host lives it is told which runs begin and end. When the host goes, however it goes, the system closes the pipe, and
 * the watchdog kills the groups that it knows and, on Linux, whatever carries the host's mark in its environment.
 * The learner's program is started just as a shell would start it and knows nothing of this.
 */
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { pythonEnvironment } from '../../../app/running/environment.js';
import type { ChildProcess, Processes } from './processes.js';
import { runVariable } from './processTable.js';

const script = `
import os, signal, subprocess, sys, time
for name in ('SIGINT', 'SIGTERM', 'SIGHUP'):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
mark = sys.argv[1].encode()
known = set()
for line in iter(sys.stdin.buffer.readline, b''):
    word, pid = line.split()
    (known.add if word == b'+' else known.discard)(int(pid))

def marked():
    if not os.path.isdir('/proc/self'):
        return
    for name in os.listdir('/proc'):
        if name.isdigit() and int(name) != os.getpid():
            try:
                with open('/proc/' + name + '/environ', 'rb') as file:
                    if any(entry.startswith(mark) for entry in file.read().split(bytes(1))):
                        yield int(name)
            except OSError:
                pass

if os.name == 'nt':
    for pid in known:
        subprocess.call(['taskkill', '/PID', str(pid), '/T', '/F'])
else:
    for attempt in range(100):
        found = list(marked())
        for pid in [-pid for pid in known] + found:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        if attempt and not found:
            break
        time.sleep(0.02)
`;

export class Watchdog {
  private process: ChildProcess | undefined;
  private readonly watched = new Set<number>();

  /** @param host what the run variables of this host begin with. */
  constructor(
    private readonly processes: Processes,
    private readonly host: string,
  ) {}

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Called before a run starts; costs a spawn the first time only. */
  wake(python: string): void {
    if (this.process) return;
    try {
      this.begin(python);
    } catch {
      // What cannot be spawned at all fails the run itself, with a word to the user.
    }
  }

  watch(pid: number): void {
    this.watched.add(pid);
    this.tell('+', pid);
  }

  release(pid: number): void {
    this.watched.delete(pid);
    this.tell('-', pid);
  }

  /** Ends it; it kills what is still there. */
  dispose(): void {
    this.process?.stdin?.end();
    this.process = undefined;
  }

  private begin(python: string): void {
    const child = this.processes.startBeside({
      command: python,
      args: ['-I', '-S', '-c', script, `${runVariable}=${this.host}.`],
      cwd: tmpdir(),
      env: pythonEnvironment(process.env),
    });
    const forget = (): void => {
      if (this.process === child) this.process = undefined;
    };
    // A Python that cannot start fails the run itself, with a word to the user; the next run tries again.
    child.on('error', forget);
    child.on('exit', forget);
    child.stdin?.on('error', forget);
    // It must not keep alive the host whose end it waits for.
    child.unref();
    if (child.stdin instanceof Socket) child.stdin.unref();
    this.process = child;
    for (const pid of this.watched) this.tell('+', pid);
  }

  private tell(word: '+' | '-', pid: number): void {
    this.process?.stdin?.write(`${word} ${pid}\n`);
  }
}
