/** One go at an exercise: what help was asked for, and what the checks said. */
import * as v from 'valibot';
import type { Attempted, Rating } from '../progress/event.js';
import { msPerMinute } from '../review/days.js';
import { count, moment } from '../times.js';

export interface ExerciseSession {
  /** Hints that were asked for. */
  readonly hints: number;
  /** The solutions were looked at before every check had passed. */
  readonly looked: boolean;
  /** Times that the checks ran. */
  readonly checks: number;
  /** Every check has passed at least once. */
  readonly passed: boolean;
  /** Milliseconds since 1970. */
  readonly begunAt?: number | undefined;
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
  begunAt: v.optional(moment),
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

/**
 * What a change makes of a session for the learner's history: once that the solutions were seen, once that it passed.
 *
 * @param now milliseconds since 1970
 */
export function attemptOf(
  exercise: string,
  before: ExerciseSession,
  after: ExerciseSession,
  now: number,
): Attempted | undefined {
  const { looked, hints, begunAt } = before;
  const passed = after.passed && !before.passed;
  const isLook = after.looked && !looked && !before.passed;
  if (!passed && !isLook) return undefined;
  return {
    kind: 'attempted',
    exercise,
    passed,
    looked: after.looked,
    hints,
    failed: before.checks,
    ...(begunAt === undefined
      ? {}
      : { minutes: Math.max(0, Math.round((now - begunAt) / msPerMinute)) }),
  };
}

/** How well the exercise was known: help that came before it passed lowers the grade. */
export function gradeOf({
  passed,
  looked,
  hints,
  failed,
}: Omit<Attempted, 'kind' | 'exercise'>): Rating {
  if (looked || !passed) return 1;
  if (hints > 1) return 2;
  return hints === 1 || failed > 2 ? 3 : 4;
}
