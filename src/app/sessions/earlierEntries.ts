import type { JournalEntry, NewEvent } from '../../core/progress/journal.js';
import { endOfTime } from '../../core/progress/endOfTime.js';

/**
 * Events of a session that an earlier version kept, as entries that are the same whoever takes them over, and however
 * often.
 *
 * @param time milliseconds since 1970
 */
export function earlierEntries(time: number, events: readonly NewEvent[]): readonly JournalEntry[] {
  // A clock may have been wrong.
  const sound = Math.min(Math.max(0, time), endOfTime - events.length - 1);
  return events.map(({ id = '', event }, at) => {
    const own = sound + at;
    return { id, clock: own, time: own, device: 'unknown', event };
  });
}
