/** What was done on which day, and how many days in a row something was. */
import type { LearningEvent } from '../progress/event.js';
import type { Day } from './days.js';

/** Things done on one day. Opening a question is not yet doing something. */
export interface DayActivity {
  readonly reviews: number;
  readonly answers: number;
  readonly reads: number;
  readonly notes: number;
  readonly interviews: number;
  /** Exercises that were solved. */
  readonly exercises: number;
}

export type ActivityKind = keyof DayActivity;

const none: DayActivity = {
  reviews: 0,
  answers: 0,
  reads: 0,
  notes: 0,
  interviews: 0,
  exercises: 0,
};

export class Activity {
  private readonly byDay = new Map<Day, Record<ActivityKind, number>>();

  apply(event: LearningEvent, day: Day): void {
    const kind = kindOf(event);
    if (kind === undefined) return;
    const counts = this.byDay.get(day);
    if (counts) counts[kind]++;
    else this.byDay.set(day, { ...none, [kind]: 1 });
  }

  /** Days with something done, in order, from one day to another (both included). */
  between(first: Day, last: Day): readonly (readonly [Day, DayActivity])[] {
    return [...this.byDay]
      .filter(([day]) => day >= first && day <= last)
      .sort(([one], [other]) => one - other);
  }

  streak(today: Day): Streak {
    return streakOf([...this.byDay.keys()], today);
  }
}

export interface Streak {
  /** Days in a row up to today, or up to yesterday while today is still open. */
  readonly current: number;
  readonly longest: number;
  /** Whether something was done today. */
  readonly today: boolean;
}

/** The days may come in any order and more than once; days after today, from a clock that was wrong, do not count. */
export function streakOf(days: Iterable<Day>, today: Day): Streak {
  const done = new Set([...days].filter((day) => day <= today));
  let longest = 0;
  for (const day of done) {
    if (done.has(day - 1)) continue; // Only the first day of a row is counted from.
    longest = Math.max(longest, rowFrom(done, day, 1));
  }
  const last = done.has(today) ? today : today - 1;
  return { current: rowFrom(done, last, -1), longest, today: done.has(today) };
}

function rowFrom(done: ReadonlySet<Day>, first: Day, step: 1 | -1): number {
  let length = 0;
  while (done.has(first + length * step)) length++;
  return length;
}

function kindOf(event: LearningEvent): ActivityKind | undefined {
  switch (event.kind) {
    case 'rated':
      return 'reviews';
    case 'answered':
    case 'predicted':
      return 'answers';
    case 'read':
      return 'reads';
    case 'noted':
      return event.empty ? undefined : 'notes';
    case 'interviewed':
      return 'interviews';
    case 'attempted':
      return event.passed ? 'exercises' : undefined;
    default:
      return undefined;
  }
}
