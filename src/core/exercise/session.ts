/** One go at an exercise: what help was asked for, and what the checks said. */
import * as v from 'valibot';
import type { Rating } from '../progress/event.js';
import { count } from '../times.js';

export interface ExerciseSession {
  /** Hints that were asked for. */
  readonly hints: number;
  /** The solutions were looked at before every check had passed. */
  readonly looked: boolean;
  /** Times that the checks ran. */
  readonly checks: number;
  /** Every check has passed at least once. */
  readonly passed: boolean;
}

export type ExerciseChange =
  /** So many hints are shown. */
  | { readonly kind: 'hinted'; readonly hints: number }
  | { readonly kind: 'looked' }
  | { readonly kind: 'checked'; readonly passed: boolean };

export const newExerciseSession: ExerciseSession = {
  hints: 0,
  looked: false,
  checks: 0,
  passed: false,
};

export const exerciseSessionSchema: v.GenericSchema<unknown, ExerciseSession> = v.object({
  hints: count,
  looked: v.boolean(),
  checks: count,
  passed: v.boolean(),
});

export const exerciseChangeSchema: v.GenericSchema<unknown, ExerciseChange> = v.variant('kind', [
  v.object({ kind: v.literal('hinted'), hints: count }),
  v.object({ kind: v.literal('looked') }),
  v.object({ kind: v.literal('checked'), passed: v.boolean() }),
]);

/** The very same session when the change comes too late to count: after the solution help lowers nothing more. */
export function applyExerciseChange(
  session: ExerciseSession,
  change: ExerciseChange,
): ExerciseSession {
  switch (change.kind) {
    case 'hinted':
      return change.hints > session.hints ? { ...session, hints: change.hints } : session;
    case 'looked':
      return session.looked ? session : { ...session, looked: true };
    case 'checked':
      return {
        ...session,
        checks: session.checks + 1,
        passed: session.passed || change.passed,
      };
  }
}

/** How well the exercise was known: help that came before it passed lowers the grade. Undefined before it passed. */
export function gradeOf({ passed, looked, hints, checks }: ExerciseSession): Rating | undefined {
  if (looked) return 1;
  if (!passed) return undefined;
  if (hints > 1) return 2;
  return hints === 1 || checks > 3 ? 3 : 4;
}
