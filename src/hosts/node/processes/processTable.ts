/** Who descends from whom: the process table as far as the system shows it. */
import { readdir, readFile } from 'node:fs/promises';
import { systemTool } from './processes.js';

/** Inherited by everything that a run starts, so that what left its process group is found too. */
export const runVariable = 'INTERVIEW_LAB_RUN';

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** The value of the run's variable; undefined where the system does not show it. */
  readonly run: string | undefined;
  /** When it started, as the system counts; undefined where it does not say. */
  readonly start?: string;
}

/** Processes that were seen to belong to a run, with their start: a number may be given to another one later. */
export type KnownMembers = ReadonlyMap<number, string>;

export class ProcessTable {
  private running: Promise<readonly Entry[]> | undefined;
  private next: Promise<readonly Entry[]> | undefined;

  /**
   * The living processes of a run: marked as its own, in its group, or descended from its first process, or from one
   * of those that are known to be.
   */
  async ofRun(run: string, first: number, known: KnownMembers): Promise<readonly number[]> {
    return membersOf(await this.read(), run, first, known);
  }

  /** The table as it is after this call; many who ask at once share one reading. */
  private read(): Promise<readonly Entry[]> {
    if (!this.running) {
      this.running = readTable().finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    this.next ??= this.running.then(() => {
      this.next = undefined;
      return this.read();
    });
    return this.next;
  }
}

/** Those of a table that belong to a run, as `ofRun` has it. */
export function membersOf(
  entries: readonly Entry[],
  run: string,
  first: number,
  known: KnownMembers = new Map(),
): readonly number[] {
  const found = new Set<number>();
  for (const entry of entries) {
    const isKnown = entry.start !== undefined && known.get(entry.pid) === entry.start;
    if (isKnown || entry.run === run || entry.group === first || entry.pid === first)
      found.add(entry.pid);
  }
  let before = -1;
  while (before !== found.size) {
    before = found.size;
    for (const { pid, parent } of entries) if (found.has(parent)) found.add(pid);
  }
  found.delete(process.pid);
  return [...found];
}

/** Kills one process for good; that it is gone already is as good. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Signals a whole group on POSIX; says whether there was one. */
export function signalGroup(leader: number, signal: 'SIGINT' | 'SIGKILL'): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    // Gone already.
    return false;
  }
}

/** Windows: the process and all that descend from it. */
export function killTreeOnWindows(pid: number): Promise<void> {
  return systemTool('taskkill', ['/PID', String(pid), '/T', '/F']).then(() => undefined);
}

async function readTable(): Promise<readonly Entry[]> {
  if (process.platform === 'linux') return readProc();
  if (process.platform === 'win32') return [];
  return readPs();
}

async function readProc(): Promise<readonly Entry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(pids.map(readEntry));
  return entries.filter((entry) => entry !== undefined);
}

/** What `/proc/<pid>/stat` says. */
export function statFields(stat: string): {
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly start: string;
} {
  // The name may hold blanks and brackets; the fields that count come after the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent, group] = fields;
  return { state, parent: Number(parent), group: Number(group), start: fields[19] ?? '' };
}

async function readEntry(pid: string): Promise<Entry | undefined> {
  try {
    const [stat, environment] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'latin1'),
      // Other users' environments may not be read, and they are no run's.
      readFile(`/proc/${pid}/environ`, 'latin1').catch(() => ''),
    ]);
    const { state, parent, group, start } = statFields(stat);
    if (state === 'Z' || state === 'X') return undefined;
    return {
      pid: Number(pid),
      parent,
      group,
      run: runIn(environment.split('\0')),
      start,
    };
  } catch {
    // It ended while the table was read.
    return undefined;
  }
}

/** The run that one of these variables names. */
function runIn(variables: readonly string[]): string | undefined {
  const variable = variables.find((one) => one.startsWith(`${runVariable}=`));
  return variable?.slice(runVariable.length + 1);
}

async function readPs(): Promise<readonly Entry[]> {
  return parsePs(await systemTool('ps', ['-axEww', '-o', 'pid=,ppid=,pgid=,state=,command=']));
}

/** What `ps -axEww -o pid=,ppid=,pgid=,state=,command=` prints on macOS: the environment follows the command. */
export function parsePs(output: string): readonly Entry[] {
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)(?:\s(.*))?$/.exec(line);
    if (!match || match[4]?.startsWith('Z') === true) return [];
    const run = runIn((match[5] ?? '').split(/\s/));
    return [{ pid: Number(match[1]), parent: Number(match[2]), group: Number(match[3]), run }];
  });
}
