/** Runs one of the extension's own programs on a learner's code, in a folder of its own, through the one door. */
import type { CheckProcess } from '../../core/exercise/checkReport.js';
import type { SnippetFile } from '../../core/pack/pack.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { Files } from '../files.js';
import type { PathSyntax } from '../ports.js';
import { endedBy } from '../running/endedBy.js';
import type { Run, Runner } from '../running/pythonServices.js';

export interface ToolServices {
  readonly files: Files;
  readonly runner: Pick<Runner, 'start'>;
  readonly paths: Pick<PathSyntax, 'join' | 'dirname'>;
}

export interface LearnersCode {
  readonly text: string;
  /** Absolute path of its file, for tracebacks; the one in the run's folder when there is none. */
  readonly file?: string;
}

/** Its message is the sentence for the user: Python could not be started, which says nothing about the code. */
export class ChecksNotRun extends Error {}

type Ended = Omit<CheckProcess, 'records' | 'faults'>;

/** A folder in which the code runs, and one beside it for what is found: code cannot touch that by accident. */
export interface ToolRun {
  /** Absolute path of the learner's file, as Python is told it. */
  readonly file: string;
  /** Folders that come first where modules are looked for. */
  readonly path: readonly string[];
  /** Absolute path of a file for what is found. */
  found(name: string): string;
  /** What was written to it; empty when nothing was. */
  read(name: string): Promise<string>;
  /**
   * @param program absolute path
   * @param request what it reads from its standard input, as JSON
   * @param timeout seconds
   * @throws ChecksNotRun, and `Untrusted` where nothing may be run
   */
  run(program: string, request: object, timeout: number, signal?: AbortSignal): Promise<Ended>;
  dispose(): Promise<void>;
}

export async function prepareToolRun(
  { files, runner, paths }: ToolServices,
  interpreter: Interpreter,
  { module, files: further }: { readonly module: string; readonly files: readonly SnippetFile[] },
  code: LearnersCode,
): Promise<ToolRun> {
  const found = await files.runFolder(new Map());
  const prepared = await files.runFolder(
    new Map([
      ...further.map(({ path, text }) => [path, text] as const),
      [`${module}.py`, code.text] as const,
    ]),
  );
  const folders = code.file === undefined ? [] : [paths.dirname(code.file)];
  return {
    file: code.file ?? paths.join(prepared.folder, `${module}.py`),
    path: [prepared.folder, ...folders],
    found: (name) => paths.join(found.folder, name),
    read: async (name) => (await files.texts(found.folder).read(name)) ?? '',
    run: (program, request, timeout, signal) => {
      const run = runner.start(
        {
          interpreter,
          file: program,
          cwd: prepared.folder,
          folders: [found.folder, ...folders],
          stdin: JSON.stringify(request),
          isolated: true,
          timeout,
        },
        () => undefined,
      );
      return resultOf(run, signal);
    },
    dispose: async () => {
      await prepared.dispose();
      await found.dispose();
    },
  };
}

async function resultOf(run: Run, signal: AbortSignal | undefined): Promise<Ended> {
  const { error, ended, ...rest } = await endedBy(run, signal);
  if (error !== undefined) throw new ChecksNotRun(error);
  return { ...rest, late: ended === 'timeout' };
}
