/** Runs the checks of an exercise with a Python of the user's, through the one door at which processes start. */
import { CheckTrial } from '../../core/exercise/checkReport.js';
import type { CheckProcess, CheckReport } from '../../core/exercise/checkReport.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { Files } from '../files.js';
import type { PathSyntax } from '../ports.js';
import type { Run, Runner } from '../running/pythonServices.js';

export interface CheckRunServices {
  readonly files: Files;
  readonly runner: Pick<Runner, 'start'>;
  readonly paths: Pick<PathSyntax, 'join' | 'dirname'>;
  /** Absolute path of `checker.py`. */
  readonly checker: string;
}

export interface LearnersCode {
  readonly text: string;
  /** Absolute path of its file, for tracebacks; the one in the run's folder when there is none. */
  readonly file?: string;
}

/** Seconds for loading and for all checks together, beyond what a single one may take. */
const allowance = 60;

/** Its message is the sentence for the user: Python could not be started, which says nothing about the code. */
export class ChecksNotRun extends Error {}

export interface CheckOptions {
  /** Names of the cases that are run; all when left out. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
}

/** What a check needs of an exercise. */
export type Checked = Pick<Exercise, 'module' | 'checks' | 'files' | 'timeout'>;

/**
 * Every check of the exercise, each in time. Cases that an exit or a crash left undone run again in a fresh process.
 *
 * @throws ChecksNotRun, and `Untrusted` where nothing may be run
 */
export async function runChecks(
  services: CheckRunServices,
  interpreter: Interpreter,
  exercise: Checked,
  code: LearnersCode,
  { only, signal }: CheckOptions = {},
): Promise<CheckReport> {
  const token = crypto.randomUUID();
  const { files, paths } = services;
  // Beside the folder in which the code runs, so that what it does there cannot touch what was found.
  const found = await files.runFolder(new Map());
  const prepared = await files.runFolder(
    new Map([
      ...exercise.files.map(({ path, text }) => [path, text] as const),
      [`${exercise.module}.py`, code.text] as const,
    ]),
  );
  try {
    const file = code.file ?? paths.join(prepared.folder, `${exercise.module}.py`);
    const trial = new CheckTrial(token, file);
    const folders = code.file === undefined ? [] : [paths.dirname(code.file)];
    let cases: readonly string[] | undefined = only;
    for (let round = 0; signal?.aborted !== true; round++) {
      const results = `results-${String(round)}`;
      const faults = `faults-${String(round)}`;
      const request = {
        module: exercise.module,
        checks: exercise.checks,
        source: code.text,
        file,
        cases: cases ?? null,
        results: paths.join(found.folder, results),
        faults: paths.join(found.folder, faults),
        path: [prepared.folder, ...folders],
        token,
        timeout: exercise.timeout,
      };
      const run = services.runner.start(
        {
          interpreter,
          file: services.checker,
          cwd: prepared.folder,
          folders: [found.folder, ...folders],
          stdin: JSON.stringify(request),
          isolated: true,
          timeout: exercise.timeout + allowance,
        },
        () => undefined,
      );
      const ended = await resultOf(run, signal);
      const texts = files.texts(found.folder);
      cases = trial.take({
        ...ended,
        records: (await texts.read(results)) ?? '',
        faults: (await texts.read(faults)) ?? '',
      });
      if (cases.length === 0) break;
    }
    return trial.report;
  } finally {
    await prepared.dispose();
    await found.dispose();
  }
}

async function resultOf(
  run: Run,
  signal: AbortSignal | undefined,
): Promise<Omit<CheckProcess, 'records' | 'faults'>> {
  const stop = (): void => {
    run.stop();
  };
  signal?.addEventListener('abort', stop);
  try {
    run.endInput();
    const { error, ended, ...rest } = await run.result;
    if (error !== undefined) throw new ChecksNotRun(error);
    return { ...rest, late: ended === 'timeout' };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
