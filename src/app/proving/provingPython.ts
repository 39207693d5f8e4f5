/** An interpreter that the programs of a pack are proved on. */
import type { CheckReport } from '../../core/exercise/checkReport.js';
import type { Measurement } from '../../core/exercise/measurement.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { Snippet } from '../../core/pack/pack.js';
import type { CheckRun } from '../../core/quiz/codeCheck.js';

/** How a program ended. */
export interface ProgramOutput {
  readonly code: number | null;
  /** That ended it, where there are signals. */
  readonly signal?: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProvingPython {
  /** For people: `Python 3.13.1`. */
  readonly name: string;
  readonly version: string;
  /** One in WebAssembly starts slowly, and lacks processes and threads. */
  readonly kind: 'native' | 'wasm';
  /** Why a snippet is not run with it, or undefined. */
  unfit(snippet: Snippet): string | undefined;
  run(snippet: Snippet): Promise<ProgramOutput>;
  /** Each by itself, as main programs without files, input or needs. */
  runEach(programs: readonly string[], seconds: number): Promise<readonly CheckRun[]>;
  /** As a learner's code is checked. */
  check(exercise: Exercise, code: string): Promise<CheckReport>;
  /** As approaches are measured beside the learner's code. */
  measure(exercise: Exercise, code: string): Promise<Measurement>;
}
