/** Local days as numbers, so that they can be counted: the same days as reviews have. */
import { reviewDays } from '../review/days.js';
import type { Day } from '../review/days.js';

export type { Day } from '../review/days.js';

/** The day on which a time (milliseconds since 1970, UTC) falls, in the zone of then when it is known. */
export type DayOf = (time: number, zone?: number) => Day;

/**
 * Days of a time zone, given its offset at any time: minutes ahead of UTC. The offset is asked for each time, because
 * daylight saving changes it: a day may have 23 or 25 hours and is one day all the same.
 */
export function localDays(offsetAt: (time: number) => number): DayOf {
  const days = reviewDays(offsetAt);
  return (time, zone) => days.dayOf(time, zone);
}

/** The Monday of a day's week. 1 January 1970 was a Thursday. */
export function weekOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}
