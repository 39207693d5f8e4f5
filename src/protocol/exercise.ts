/** What an exercise's page and the extension host do for each other: the host checks, the page asks and shows. */
import * as v from 'valibot';
import type { CaseOutcome } from '../core/exercise/checkReport.js';
import type { MeasuredPoint } from '../core/exercise/measurement.js';
import type { Level } from '../core/pack/pack.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

export interface CaseModel {
  readonly name: string;
  readonly outcome: CaseOutcome;
  /** What the author says of it; Markdown as HTML. */
  readonly explanationHtml: string;
  /** What went wrong, in a sentence; empty when nothing did. */
  readonly words: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly traceback?: string;
  /** What the learner's code printed. */
  readonly output: string;
  /** 1-based, in the learner's file. */
  readonly line?: number;
}

export interface VerdictModel {
  readonly passed: boolean;
  /** Why nothing could be checked. */
  readonly broken?: Omit<CaseModel, 'name' | 'outcome' | 'explanationHtml'>;
  readonly cases: readonly CaseModel[];
}

export interface ApproachModel {
  readonly id: string;
  readonly title: string;
  readonly timeHtml: string;
  readonly memoryHtml: string;
  readonly whenHtml: string;
  readonly code: string;
  readonly textHtml: string;
}

/** What one program costs on growing inputs. */
export interface MeasuredProgram {
  /** Of the approach; left out for the learner's own. */
  readonly approach?: string;
  readonly title: string;
  /** In order of their sizes. */
  readonly points: readonly MeasuredPoint[];
  /** Why there are not more of them, in a sentence; empty when there is one for each size. */
  readonly words: string;
}

export interface MeasuredModel {
  /** What is measured; Markdown as HTML. */
  readonly aboutHtml: string;
  readonly sizes: readonly number[];
  /** Those that have been measured so far. */
  readonly programs: readonly MeasuredProgram[];
  readonly isRunning: boolean;
}

export interface ExerciseModel {
  readonly exercise: string;
  readonly title: string;
  readonly level: Level;
  readonly minutes: number;
  readonly taskHtml: string;
  /** The name of the learner's file. */
  readonly file: string;
  /** Those that were asked for. */
  readonly hintsHtml: readonly string[];
  readonly hintsLeft: number;
  /** Left out until the learner has asked for them. */
  readonly approaches?: readonly ApproachModel[];
  /** Whether its approaches can be measured: they are shown, and the author says how. */
  readonly canMeasure: boolean;
  /** Left out before they were measured in this window. */
  readonly measured?: MeasuredModel;
  /** Every check has passed once. */
  readonly passed: boolean;
  readonly checking: boolean;
  /** Left out before the checks ran in this window. */
  readonly verdict?: VerdictModel;
}

/** Called by the page. */
export interface ExerciseHost {
  ready(params: Record<string, never>): Promise<ExerciseModel>;
  /** Runs the checks on what the editor has. */
  check(params: Record<string, never>): Promise<ExerciseModel>;
  /** Shows one hint more. */
  hint(params: Record<string, never>): Promise<ExerciseModel>;
  /** Shows the solutions, after a question where the exercise has not passed. */
  solutions(params: Record<string, never>): Promise<ExerciseModel>;
  /** Measures the learner's code and each solution, one after another; the page hears of each. */
  measure(params: Record<string, never>): Promise<ExerciseModel>;
  /** Compares the learner's file with a solution. */
  compare(params: { readonly approach: string }): Promise<void>;
  /** Shows the learner's file, at a line where one is given. */
  open(params: { readonly line?: number | undefined }): Promise<void>;
  /** Steps through a check that failed. */
  stepThrough(params: { readonly name: string }): Promise<void>;
  /** Begins anew from the starter, in a page of its own; what was written so far is kept. */
  startAgain(params: Record<string, never>): Promise<void>;
  /** Follows a link in the task. */
  question(params: { readonly question: string; readonly toSide: boolean }): Promise<void>;
}

/** Called by the host. */
export interface ExercisePage {
  /** The checks run or have run, since the file was saved. */
  show(model: ExerciseModel): void;
}

const nothing = v.strictObject({});

export const exerciseSchemas: Schemas<ExerciseHost> = {
  ready: nothing,
  check: nothing,
  hint: nothing,
  solutions: nothing,
  measure: nothing,
  compare: v.strictObject({ approach: name }),
  open: v.strictObject({ line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
  stepThrough: v.strictObject({ name: v.pipe(v.string(), v.maxLength(20_000)) }),
  startAgain: nothing,
  question: v.strictObject({ question: name, toSide: v.boolean() }),
};

/** What VS Code keeps of the page across reloads. */
export const exerciseStateSchema = v.object({ exercise: name });
