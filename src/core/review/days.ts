/** The learner's days as reviews count them: they begin at 4 a.m., so that an evening may be long. */

/** Days since 1 January 1970 by the learner's calendar. */
export type Day = number;

export interface ReviewDays {
  /**
   * The day on which a time (milliseconds since 1970, UTC) falls: where that was so many minutes ahead of UTC, or else
   * here.
   */
  dayOf(time: number, zone?: number): Day;
  /** When a day begins, in milliseconds since 1970, UTC. */
  startOf(day: Day): number;
}

export const msPerMinute = 60_000;
export const msPerDay = 86_400_000;
const dayBegins = 4 * 60 * msPerMinute;

/** @param offsetAt minutes ahead of UTC at a time; asked for each time, because daylight saving changes it. */
export function reviewDays(offsetAt: (time: number) => number): ReviewDays {
  return {
    dayOf: (time, zone = offsetAt(time)) =>
      Math.floor((time + zone * msPerMinute - dayBegins) / msPerDay),
    startOf: (day) => {
      const local = day * msPerDay + dayBegins;
      // The offset that holds at the beginning itself, not some hours before or after it.
      const near = local - offsetAt(local) * msPerMinute;
      return local - offsetAt(near) * msPerMinute;
    },
  };
}
