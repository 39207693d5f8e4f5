/** Measures what code for an exercise costs in time and memory, with a Python of the user's. */
import { measurementOf } from '../../core/exercise/measurement.js';
import type { Measurement } from '../../core/exercise/measurement.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { prepareToolRun } from './toolRun.js';
import type { LearnersCode, ToolServices } from './toolRun.js';

export interface MeasureServices extends ToolServices {
  /** Absolute path of `measurer.py`. */
  readonly measurer: string;
}

/** Seconds for all sizes together: what was found by then counts. */
export const measureTimeout = 30;

/** What measuring needs of an exercise. */
export type Measured = Pick<Exercise, 'module' | 'measure' | 'files'>;

/**
 * @param exercise one that says how it is measured
 *
 * @throws ChecksNotRun, and `Untrusted` where nothing may be run
 */
export async function runMeasure(
  services: MeasureServices,
  interpreter: Interpreter,
  exercise: Measured,
  code: LearnersCode,
  signal?: AbortSignal,
): Promise<Measurement> {
  const { module, measure = '' } = exercise;
  const prepared = await prepareToolRun(services, interpreter, exercise, code);
  try {
    const { file, path } = prepared;
    const results = 'measured';
    const request = {
      ...{ module, measure, file, path },
      source: code.text,
      results: prepared.found(results),
    };
    await prepared.run(services.measurer, request, measureTimeout, signal);
    return measurementOf(await prepared.read(results));
  } finally {
    await prepared.dispose();
  }
}
