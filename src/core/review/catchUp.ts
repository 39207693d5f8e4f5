/** After a break: what is overdue is spread over the coming days instead of being a wall on the first. */
import type { DueCard } from './schedule.js';

export interface PlannedDay {
  /** Overdue cards of that day, the most at risk first. */
  readonly late: readonly DueCard[];
  /** How many of those that come due in time are asked on that day. */
  readonly onTime: number;
}

export interface Backlog {
  /** Cards due before today. */
  readonly late: readonly DueCard[];
  /** How many come due on each day from today on. */
  readonly comingDue: readonly number[];
  /** Reviews that today has still room for. */
  readonly roomToday: number;
  readonly reviewsPerDay: number;
}

/** No plan looks further ahead: a year is more than anyone plans. */
const horizon = 365;

/**
 * A plan for each day from today on, until nothing is overdue any more; today is always planned.
 *
 * Cards that come due in time and those overdue share the day half and half, and each takes what the other leaves.
 * So a backlog melts however long it is, and what is remembered now is not forgotten over it. Among those overdue
 * the least likely to be recalled comes first: it has most to lose by waiting. Every overdue card is planned once.
 * Where days are too full (`reviewsPerDay` is small), what comes due in time waits for the next day.
 */
export function catchUpPlan(backlog: Backlog): readonly PlannedDay[] {
  const late = [...backlog.late].sort(byRisk);
  const plan: PlannedDay[] = [];
  let taken = 0;
  let waiting = 0;
  for (let day = 0; day < horizon && (day === 0 || taken < late.length); day += 1) {
    const room = Math.max(0, day === 0 ? backlog.roomToday : backlog.reviewsPerDay);
    waiting += backlog.comingDue[day] ?? 0;
    const share = Math.max(Math.ceil(room / 2), room - waiting);
    const planned = late.slice(taken, taken + Math.min(room, share));
    const onTime = Math.min(waiting, room - planned.length);
    plan.push({ late: planned, onTime });
    taken += planned.length;
    waiting -= onTime;
  }
  return plan;
}

/** The least likely to be recalled first; by id where two are alike, so that every machine plans the same. */
export function byRisk(one: DueCard, other: DueCard): number {
  return one.recall - other.recall || (one.card.id < other.card.id ? -1 : 1);
}
