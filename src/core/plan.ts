/** What a learner has set out to do, and what that takes a day. */

export type Plan =
  | {
      readonly kind: 'interview';
      /** Id of a learning path. */
      readonly path: string;
      /** The day of the interview, as `2026-05-31`. */
      readonly date: string;
    }
  | { readonly kind: 'learn'; readonly path: string; readonly perDay: number }
  /** No path and no measure. */
  | { readonly kind: 'explore' };

const day = 86_400_000;

/** Whole days from one date to another, both as `2026-05-31`; 0 for the same day and for what is past. */
export function daysUntil(date: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(date) - Date.parse(today)) / day) || 0);
}

/** Questions to read today, so that a path is read in time; undefined for a plan without a measure. */
export function dailyMeasure(plan: Plan, unread: number, today: string): number | undefined {
  switch (plan.kind) {
    case 'interview':
      // The day itself is not for reading, unless it is all that is left.
      return Math.ceil(unread / Math.max(1, daysUntil(plan.date, today)));
    case 'learn':
      return Math.min(plan.perDay, unread);
    case 'explore':
      return undefined;
  }
}

/** One of the days until a date. */
export interface PlannedDay<Q, E> {
  readonly questions: readonly Q[];
  readonly exercises: readonly E[];
  /** Cards that are due, which the plan only counts: it changes nothing about when they are asked. */
  readonly cards: number;
}

/**
 * What is left to do, spread over the days that are left, today first. It follows from nothing else, so that days on which
 * nothing was done spread what they held over the others.
 *
 * @param days at least one
 */
export function plannedDays<Q, E>(left: {
  readonly days: number;
  readonly questions: readonly Q[];
  readonly readToday: number;
  readonly exercises: readonly E[];
  readonly solvedToday: number;
  /** Of each day. */
  readonly cards: readonly number[];
}): readonly PlannedDay<Q, E>[] {
  const questions = portions(left.questions, left.readToday, left.days);
  const exercises = portions(left.exercises, left.solvedToday, left.days);
  return Array.from({ length: left.days }, (_, at) => ({
    questions: questions[at] ?? [],
    exercises: exercises[at] ?? [],
    cards: left.cards[at] ?? 0,
  }));
}

/** Of equal size, what was done today counted with those of today; the last ones may be smaller, or empty. */
function portions<T>(list: readonly T[], doneToday: number, days: number): readonly T[][] {
  const size = Math.ceil((list.length + doneToday) / days);
  const first = Math.max(0, size - doneToday);
  return Array.from({ length: days }, (_, at) =>
    list.slice(at === 0 ? 0 : first + (at - 1) * size, first + at * size),
  );
}

/**
 * So many exercises of the topics, which take turns, as take the minutes that there are.
 *
 * @param topics each with its exercises, the first to be written first
 */
export function exercisesWithin<E extends { readonly minutes: number }>(
  topics: readonly (readonly E[])[],
  minutes: number,
): readonly E[] {
  const chosen: E[] = [];
  let left = minutes;
  for (let turn = 0; topics.some((topic) => turn < topic.length); turn++)
    for (const topic of topics) {
      const exercise = topic[turn];
      if (!exercise || exercise.minutes > left) continue;
      left -= exercise.minutes;
      chosen.push(exercise);
    }
  return chosen;
}
