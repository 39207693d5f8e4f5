/** The interpreters of this machine, as a pack is proved on them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { MeasureServices } from '../../../app/exercise/measureRun.js';
import { runMeasure } from '../../../app/exercise/measureRun.js';
import type { CheckRunServices } from '../../../app/exercise/checkRunner.js';
import { runChecks } from '../../../app/exercise/checkRunner.js';
import { candidate } from '../../../app/interpreters/discovery.js';
import { InterpreterSearch } from '../../../app/interpreters/interpreterSearch.js';
import { programSnippet } from '../../../app/proving/programSnippet.js';
import type { ProgramOutput, ProvingPython } from '../../../app/proving/provingPython.js';
import type { Snippet } from '../../../core/pack/pack.js';
import { isBuiltIn } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import { unmetNeeds } from '../../../core/python/needs.js';
import { compareVersions } from '../../../core/python/versions.js';
import { BuiltInPython } from '../builtIn/builtInPython.js';
import { thisMachine } from '../interpreters/machine.js';
import { PythonProbe } from '../interpreters/probe.js';
import { Processes } from '../processes/processes.js';
import { PythonRunner } from '../processes/runner.js';
import { ScratchFiles } from '../scratch/scratchFiles.js';
import { nodeHost } from '../nodeHost.js';
import { runForked } from './forkedPrograms.js';

/** Programs run because the user started this one to run them. */
const started = { isTrusted: true, refusal: '' };
const oldest = '3.10';

/** The programs that check and measure exercises: their texts, or the paths of their files. */
export type CheckTools = Readonly<Record<'checker' | 'measurer', string>>;

/** Where to look for Pythons beside those that a machine offers. */
export interface PythonFolders {
  /** Of Pythons that are looked for before those of the PATH. */
  readonly first?: string | undefined;
  /** Of the built-in Python. */
  readonly builtIn?: string | undefined;
}

export class MachinePythons {
  private constructor(
    private readonly storage: string,
    private readonly runner: PythonRunner,
    private readonly scratch: ScratchFiles,
    private readonly search: InterpreterSearch,
    private readonly probe: PythonProbe,
    private readonly tools: CheckTools,
    private readonly builtIn: BuiltInPython | undefined,
  ) {}

  /** @param texts of the programs; without them nothing of an exercise is checked */
  static async open(
    texts: Partial<CheckTools>,
    folders: PythonFolders = {},
  ): Promise<MachinePythons> {
    const storage = await mkdtemp(join(tmpdir(), 'interview-lab-check-'));
    const tools = {
      checker: join(storage, 'checker.py'),
      measurer: join(storage, 'measurer.py'),
    };
    await writeFile(tools.checker, texts.checker ?? '');
    await writeFile(tools.measurer, texts.measurer ?? '');
    const builtIn =
      folders.builtIn === undefined
        ? undefined
        : new BuiltInPython(folders.builtIn, join(storage, 'built-in-python'));
    const processes = new Processes(started, builtIn);
    const machine = thisMachine();
    const path = [folders.first, machine.env['PATH']].filter((part) => part !== undefined);
    const env = { ...machine.env, PATH: path.join(delimiter) };
    const probe = new PythonProbe(processes);
    return new MachinePythons(
      storage,
      new PythonRunner(processes),
      new ScratchFiles(storage),
      new InterpreterSearch({ ...machine, env }, probe),
      probe,
      tools,
      builtIn,
    );
  }

  /** The same as programs are proved on them, and the built-in one. */
  async all(): Promise<readonly ProvingPython[]> {
    const interpreters = [...(await this.interpreters())];
    if (this.builtIn) interpreters.push(this.builtIn.interpreter('built-in'));
    return interpreters.map((interpreter) => this.proving(interpreter));
  }

  /**
   * What a path, a command or a version such as `3.12` or `3.14t` stands for.
   *
   * @throws Error with a sentence for the user when it is no Python that runs
   */
  async named(name: string): Promise<ProvingPython> {
    if (/^3\.\d+t?$/.test(name)) {
      const found = (await this.interpreters()).find((each) => versionOf(each) === name);
      if (found) return this.proving(found);
      throw new Error(`There is no Python ${name} on this machine.`);
    }
    const command = this.search.command(name, process.cwd());
    const answer = await this.probe.ask(candidate(command, 'command line'));
    if (answer.ok) return this.proving(answer.interpreter);
    throw new Error(`“${name}” is no Python that runs (${answer.fault.kind}).`);
  }

  /** One of each version from 3.10 on that is found, in order of their versions. */
  async interpreters(): Promise<readonly Interpreter[]> {
    const found = await this.search.all({ chosen: [], folders: [] });
    return oneOfEachVersion(found).sort((a, b) => compareVersions(a.version, b.version));
  }

  async dispose(): Promise<void> {
    this.runner.dispose();
    await rm(this.storage, { recursive: true, force: true });
  }

  private proving(interpreter: Interpreter): ProvingPython {
    const run = (snippet: Snippet): Promise<ProgramOutput & { readonly late: boolean }> =>
      this.run(interpreter, snippet);
    const forks = process.platform !== 'win32' && !isBuiltIn(interpreter);
    const { version, freeThreaded } = interpreter;
    return {
      name: `Python ${version}${freeThreaded ? 't' : ''}${isBuiltIn(interpreter) ? ' (built in)' : ''}`,
      version,
      kind: isBuiltIn(interpreter) ? 'wasm' : 'native',
      unfit: (snippet) => unfitFor(snippet, interpreter),
      run,
      runEach: async (programs, seconds) =>
        forks
          ? runForked(programs, seconds, run)
          : oneByOne(programs, (code) => run({ ...programSnippet(code), timeout: seconds })),
      check: (exercise, text) => runChecks(this.services, interpreter, exercise, { text }),
      measure: (exercise, text) => runMeasure(this.services, interpreter, exercise, { text }),
    };
  }

  private get services(): CheckRunServices & MeasureServices {
    const { files } = nodeHost;
    return { ...this.tools, runner: this.runner, files, paths: thisMachine().paths };
  }

  private async run(
    interpreter: Interpreter,
    snippet: Snippet,
  ): Promise<ProgramOutput & { readonly late: boolean }> {
    const prepared = await this.scratch.prepareRun('content-check', snippet, true);
    try {
      const { file, cwd } = prepared;
      // A busy machine is no fault of the snippet's.
      const request = {
        interpreter,
        file,
        cwd,
        stdin: snippet.stdin,
        timeout: snippet.timeout * 4,
      };
      const run = this.runner.start(request, () => undefined);
      run.endInput();
      const { code, signal, stdout, stderr, ended } = await run.result;
      const error = ended === 'itself' ? stderr : `${stderr}\n(${ended})`;
      return { code, signal, stdout, stderr: error, late: ended === 'timeout' };
    } finally {
      await prepared.dispose();
    }
  }
}

/** Of several installations of a version, such as 3.12, the one that has the most packages. */
function oneOfEachVersion(found: readonly Interpreter[]): Interpreter[] {
  const best = new Map<string, Interpreter>();
  for (const each of found) {
    if (compareVersions(each.version, oldest) < 0) continue;
    const version = versionOf(each);
    const known = best.get(version);
    if (!known || packagesOf(each) > packagesOf(known)) best.set(version, each);
  }
  return [...best.values()];
}

/** `3.12`, and `3.14t` where it is free-threaded. */
function versionOf({ version, freeThreaded }: Interpreter): string {
  return `${version.split('.').slice(0, 2).join('.')}${freeThreaded ? 't' : ''}`;
}

function packagesOf({ distributions }: Interpreter): number {
  return Object.keys(distributions).length;
}

async function oneByOne<T>(
  programs: readonly string[],
  run: (program: string) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (const program of programs) results.push(await run(program));
  return results;
}

/** What the snippet asks for and the interpreter does not have. */
export function unfitFor(snippet: Snippet, interpreter: Interpreter): string | undefined {
  const [unmet] = unmetNeeds(snippet, interpreter);
  if (!unmet) return undefined;
  return unmet.kind === 'python' ? `It needs Python ${unmet.need}.` : `It needs ${unmet.need}.`;
}
