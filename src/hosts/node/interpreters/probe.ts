/** Asks a Python what it is: one run, remembered until the executable or what is installed in it changes. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { pythonEnvironment } from '../../../app/running/environment.js';
import { builtInCommand } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import { normalizeName } from '../../../core/python/requirement.js';
import type { Candidate, Probe, ProbeAnswer, ProbeFault } from '../../../app/interpreters/probe.js';
import { isStoreStub } from '../../../app/interpreters/discovery.js';
import type { Answer, Processes } from '../processes/processes.js';
import { probeMark, probeScript } from './probeScript.js';

const answerSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+/)),
  implementation: v.string(),
  executable: v.pipe(v.string(), v.minLength(1)),
  prefix: v.string(),
  freeThreaded: v.boolean(),
  distributions: v.array(v.tuple([v.string(), v.string()])),
  folders: v.array(v.string()),
});

interface Remembered {
  readonly answer: ProbeAnswer;
  /** Files and folders whose change makes the answer stale, with their times. */
  readonly times: ReadonlyMap<string, number>;
}

export class PythonProbe implements Probe {
  private readonly remembered = new Map<string, Remembered>();
  private readonly running = new Map<string, Promise<ProbeAnswer>>();

  /** @param timeout milliseconds that a Python may take to answer. */
  constructor(
    private readonly processes: Processes,
    private readonly timeout = 30_000,
  ) {}

  /** The same Python asked twice at once is asked once. */
  ask(candidate: Candidate): Promise<ProbeAnswer> {
    const key = [candidate.command, ...candidate.args].join('\0');
    const running = this.running.get(key);
    if (running) return running;
    const asked = this.askAfresh(key, candidate).finally(() => this.running.delete(key));
    this.running.set(key, asked);
    return asked;
  }

  /** Forgets all answers, as *Refresh* asks. */
  forget(): void {
    this.remembered.clear();
  }

  private async askAfresh(key: string, candidate: Candidate): Promise<ProbeAnswer> {
    const { command } = candidate;
    this.processes.mustBeAllowed();
    const { builtIn } = this.processes;
    if (command === builtInCommand && builtIn)
      return { ok: true, interpreter: builtIn.interpreter(candidate.origin) };
    const fault = await faultOf(command);
    if (fault !== undefined) return { ok: false, fault: { kind: fault, command } };
    const known = this.remembered.get(key);
    if (known && (await unchanged(known.times))) return withOrigin(known.answer, candidate.origin);

    const output = await this.processes.ask(
      {
        command,
        args: [...candidate.args, '-c', probeScript],
        cwd: tmpdir(),
        env: pythonEnvironment(process.env),
      },
      this.timeout,
    );
    const { answer, folders } = decode(output, candidate, Math.ceil(this.timeout / 1000));
    const real = answer.ok ? [answer.interpreter.executable] : [];
    const times = await timesOf([command, ...real, ...folders, ...shimVersions(command)]);
    // A Python that did not answer in time may do so later; every other answer stands while nothing changes.
    if (!output.timedOut) this.remembered.set(key, { answer, times });
    // What it says of itself holds under its real name as well.
    if (answer.ok) this.remembered.set(answer.interpreter.executable, { answer, times });
    return answer;
  }
}

function decode(
  output: Answer,
  candidate: Candidate,
  seconds: number,
): { answer: ProbeAnswer; folders: readonly string[] } {
  const refuse = (fault: ProbeFault): { answer: ProbeAnswer; folders: readonly string[] } => ({
    answer: { ok: false, fault },
    folders: [],
  });
  const command = [candidate.command, ...candidate.args].join(' ');
  if (output.timedOut) return refuse({ kind: 'slow', command, seconds });
  const at = output.stdout.lastIndexOf(probeMark);
  if (at < 0) {
    const said = (output.stderr || output.stdout).trim().split('\n')[0]?.slice(0, 160) ?? '';
    return refuse({ kind: 'noPython', command, said });
  }
  const parsed = v.safeParse(answerSchema, parseJson(output.stdout.slice(at + probeMark.length)));
  if (!parsed.success) return refuse({ kind: 'strange', command });
  const { folders, distributions, version, ...rest } = parsed.output;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 3 || (major === 3 && minor < 8)) return refuse({ kind: 'tooOld', command, version });
  const interpreter: Interpreter = {
    ...rest,
    version,
    distributions: byName(distributions),
    origin: candidate.origin,
  };
  return { answer: { ok: true, interpreter }, folders };
}

function byName(distributions: readonly (readonly [string, string])[]): Record<string, string> {
  const found = new Map<string, string>();
  // The first on the path is the one that is imported.
  for (const [name, version] of distributions) {
    const key = normalizeName(name);
    if (!found.has(key)) found.set(key, version);
  }
  return Object.fromEntries(found);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.split('\n')[0] ?? '');
  } catch {
    // Refused by the schema, like any other answer that is none.
    return undefined;
  }
}

type FileFault = 'missing' | 'folder' | 'noFile' | 'notExecutable' | 'storeStub';

async function faultOf(file: string): Promise<FileFault | undefined> {
  if (isStoreStub(file)) return 'storeStub';
  const info = await stat(file).catch(() => undefined);
  if (!info) return 'missing';
  if (info.isDirectory()) return 'folder';
  if (!info.isFile()) return 'noFile';
  const runs = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  return runs ? undefined : 'notExecutable';
}

/** A pyenv shim stays as it is when pyenv is told to use another version; this file does not. */
function shimVersions(command: string): readonly string[] {
  const folder = dirname(command);
  return basename(folder) === 'shims' ? [join(dirname(folder), 'version')] : [];
}

async function timesOf(files: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const entries = await Promise.all(
    [...new Set(files)].map(async (file): Promise<[string, number]> => [file, await timeOf(file)]),
  );
  return new Map(entries);
}

async function timeOf(file: string): Promise<number> {
  return stat(file).then(
    (info) => info.mtimeMs,
    () => -1,
  );
}

async function unchanged(times: ReadonlyMap<string, number>): Promise<boolean> {
  const now = await timesOf([...times.keys()]);
  return [...times].every(([file, time]) => now.get(file) === time);
}

function withOrigin(answer: ProbeAnswer, origin: string): ProbeAnswer {
  return answer.ok ? { ok: true, interpreter: { ...answer.interpreter, origin } } : answer;
}
