/** The interpreters that content is proved on: every Python ≥ 3.10 of this machine, and the one in WebAssembly. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Snippet } from '../../src/core/pack/pack.js';
import type { CheckRun } from '../../src/core/quiz/codeCheck.js';
import type { Interpreter } from '../../src/core/python/interpreter.js';
import { unmetNeeds } from '../../src/core/python/needs.js';
import { compareVersions } from '../../src/core/python/versions.js';
import { InterpreterSearch } from '../../src/app/interpreters/interpreterSearch.js';
import { thisMachine } from '../../src/hosts/node/interpreters/machine.js';
import { PythonProbe } from '../../src/hosts/node/interpreters/probe.js';
import { PythonRunner } from '../../src/hosts/node/processes/runner.js';
import { ScratchFiles } from '../../src/hosts/node/scratch/scratchFiles.js';
import { runForked } from './forkedPrograms.js';
import { programSnippet } from './programSnippet.js';
import type { ProgramOutput } from './wasmPython.js';
import { runInWasm, wasmVersion, whyNotInWasm } from './wasmPython.js';
import { processes } from '../unit/hosts/node/processes/trusted.js';

export interface ContentPython {
  readonly name: string;
  readonly version: string;
  readonly kind: 'native' | 'wasm';
  /** Why a snippet is not run with it, or undefined. */
  unfit(snippet: Snippet): string | undefined;
  run(snippet: Snippet): Promise<ProgramOutput>;
  /** Each by itself, as main programs without files, input or needs. */
  runEach(programs: readonly string[], seconds: number): Promise<readonly CheckRun[]>;
}

export interface ContentPythons {
  readonly all: readonly ContentPython[];
  dispose(): Promise<void>;
}

/** @param folder of Pythons that are not on the PATH */
export async function contentPythons(folder: string | undefined): Promise<ContentPythons> {
  const storage = await mkdtemp(join(tmpdir(), 'interview-lab-content-'));
  const runner = new PythonRunner(processes);
  const scratch = new ScratchFiles(storage);
  const machine = thisMachine();
  const path = [folder, machine.env['PATH']].filter((part) => part !== undefined).join(delimiter);
  const search = new InterpreterSearch({ ...machine, env: { ...machine.env, PATH: path } }, new PythonProbe(processes));
  const found = await search.all({ chosen: [], folders: [] });
  const native = oneOfEachVersion(found)
    .sort((a, b) => compareVersions(a.version, b.version))
    .map((interpreter) => nativePython(interpreter, runner, scratch));
  const wasm = await wasmPython();
  return {
    all: [...native, wasm],
    dispose: async () => {
      runner.dispose();
      await rm(storage, { recursive: true, force: true });
    },
  };
}

/** Of several installations of a version, such as 3.12, the one that has the most packages. */
function oneOfEachVersion(found: readonly Interpreter[]): Interpreter[] {
  const best = new Map<string, Interpreter>();
  for (const each of found) {
    if (compareVersions(each.version, '3.10') < 0) continue;
    const version = `${each.version.split('.').slice(0, 2).join('.')}${each.freeThreaded ? 't' : ''}`;
    const known = best.get(version);
    if (!known || packagesOf(each) > packagesOf(known)) best.set(version, each);
  }
  return [...best.values()];
}

function packagesOf({ distributions }: Interpreter): number {
  return Object.keys(distributions).length;
}

function nativePython(
  interpreter: Interpreter,
  runner: PythonRunner,
  scratch: ScratchFiles,
): ContentPython {
  const run = async (snippet: Snippet): Promise<ProgramOutput & { readonly late: boolean }> => {
    const prepared = await scratch.prepareRun('content-check', snippet, true);
    try {
      const { file, cwd } = prepared;
      const { stdin } = snippet;
      // A busy machine is no fault of the snippet's.
      const timeout = snippet.timeout * 4;
      const run = runner.start({ interpreter, file, cwd, stdin, timeout }, () => undefined);
      run.endInput();
      const { code, signal, stdout, stderr, ended } = await run.result;
      const late = ended === 'timeout';
      return { code, signal, stdout, stderr: ended === 'itself' ? stderr : `${stderr}\n(${ended})`, late };
    } finally {
      await prepared.dispose();
    }
  };
  return {
    name: `Python ${interpreter.version}${interpreter.freeThreaded ? 't' : ''}`,
    version: interpreter.version,
    kind: 'native',
    unfit: (snippet) => unfitFor(snippet, interpreter),
    run,
    runEach: async (programs, seconds) =>
      process.platform === 'win32'
        ? oneByOne(programs, async (code) => run({ ...programSnippet(code), timeout: seconds }))
        : runForked(programs, seconds, run),
  };
}

async function oneByOne<T>(programs: readonly string[], run: (program: string) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (const program of programs) results.push(await run(program));
  return results;
}

async function wasmPython(): Promise<ContentPython> {
  const version = await wasmVersion();
  const interpreter = { version, distributions: {}, implementation: 'cpython' };
  return {
    name: `Python ${version} (WebAssembly)`,
    version,
    kind: 'wasm',
    unfit: (snippet) => {
      const files = snippet.files.map((file) => file.text).join('\n');
      return unfitFor(snippet, interpreter) ?? whyNotInWasm(`${snippet.code}\n${files}`, snippet.requires);
    },
    run: (snippet) => runInWasm(snippet.code, snippet.files),
    runEach: (programs) => oneByOne(programs, async (code) => ({ ...(await runInWasm(code, [])), late: false })),
  };
}

/** What the snippet asks for and the interpreter does not have. */
function unfitFor(
  snippet: Snippet,
  interpreter: Pick<Interpreter, 'version' | 'distributions' | 'implementation'>,
): string | undefined {
  const [unmet] = unmetNeeds(snippet, interpreter);
  if (!unmet) return undefined;
  return unmet.kind === 'python' ? `It needs Python ${unmet.need}.` : `It needs ${unmet.need}.`;
}
