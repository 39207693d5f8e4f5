/** Words for days that come as numbers: they are local already, so they are written as UTC. */
import type { Day } from '../../core/statistics/days.js';
import { language } from '../../core/language.js';

const msPerDay = 86_400_000;
const format = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
  const formatter = new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' });
  return (day) => formatter.format(day * msPerDay);
};

/** Tue, Nov 24 */
export const dayInWeek = format({ weekday: 'short', day: 'numeric', month: 'short' });
/** Tue, Nov 24, 2026 */
export const fullDay = format({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
/** Nov 24 */
export const shortDay = format({ day: 'numeric', month: 'short' });
/** Nov */
export const monthOf = format({ month: 'short' });
/** Tue */
export const weekdayOf = format({ weekday: 'short' });

export function isFirstWeekOfMonth(monday: Day): boolean {
  return new Date(monday * msPerDay).getUTCDate() <= 7;
}
