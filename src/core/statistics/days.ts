/** Local days as numbers, so that they can be counted; the time zone is passed in. They begin at 4 a.m., as reviews’ do. */

/** Days since 1 January 1970 by the learner's calendar. */
export type Day = number;

/** The day on which a time (milliseconds since 1970, UTC) falls. */
export type DayOf = (time: number) => Day;

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
const dayBegins = 4 * 60 * msPerMinute;

/**
 * Days of a time zone, given its offset at any time: minutes ahead of UTC. The offset is asked for each time, because
 * daylight saving changes it: a day may have 23 or 25 hours and is one day all the same.
 */
export function localDays(offsetAt: (time: number) => number): DayOf {
  return (time) => Math.floor((time + offsetAt(time) * msPerMinute - dayBegins) / msPerDay);
}

/** The Monday of a day's week. 1 January 1970 was a Thursday. */
export function weekOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}
