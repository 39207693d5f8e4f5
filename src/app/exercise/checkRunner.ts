/** Runs the checks of an exercise with a Python of the user's. */
import { CheckTrial } from '../../core/exercise/checkReport.js';
import type { CheckReport } from '../../core/exercise/checkReport.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { prepareToolRun } from './toolRun.js';
import type { LearnersCode, ToolServices } from './toolRun.js';

export interface CheckRunServices extends ToolServices {
  /** Absolute path of `checker.py`. */
  readonly checker: string;
}

/** Seconds for loading and for all checks together, beyond what a single one may take. */
const allowance = 60;

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
  const { module, checks, timeout } = exercise;
  const prepared = await prepareToolRun(services, interpreter, exercise, code);
  try {
    const { file, path } = prepared;
    const trial = new CheckTrial(token, file);
    let cases: readonly string[] | undefined = only;
    for (let round = 0; signal?.aborted !== true; round++) {
      const results = `results-${String(round)}`;
      const faults = `faults-${String(round)}`;
      const request = {
        ...{ module, checks, file, path, token, timeout },
        source: code.text,
        cases: cases ?? null,
        results: prepared.found(results),
        faults: prepared.found(faults),
      };
      const ended = await prepared.run(services.checker, request, timeout + allowance, signal);
      cases = trial.take({
        ...ended,
        records: await prepared.read(results),
        faults: await prepared.read(faults),
      });
      if (cases.length === 0) break;
    }
    return trial.report;
  } finally {
    await prepared.dispose();
  }
}
