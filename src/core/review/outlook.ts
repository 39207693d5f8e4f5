/** How many cards are asked on the coming days, as the limits of a day spread what is due. */
import type { ReviewQueue } from './queue.js';
import type { ReviewTerms } from './terms.js';

export interface OutlookInput extends Pick<ReviewTerms, 'newPerDay' | 'reviewsPerDay'> {
  readonly queue: Pick<ReviewQueue, 'cards' | 'waiting' | 'waitingFresh'>;
  /** Cards that come due on each day, from today on (today's are in the queue). Its length is that of the outlook. */
  readonly comingDue: readonly number[];
}

/**
 * Cards of each day, today first. What finds no room waits for the next day, and new cards wait as long as reviews do,
 * as in the queue. What is asked in between and comes again is not foreseen.
 */
export function outlook(input: OutlookInput): readonly number[] {
  const { queue, comingDue, newPerDay, reviewsPerDay } = input;
  let fresh = queue.waitingFresh;
  let reviews = queue.waiting - fresh;
  return comingDue.map((due, day) => {
    if (day === 0) return queue.cards.length;
    reviews += due;
    const asked = Math.min(reviews, reviewsPerDay);
    reviews -= asked;
    const met = reviews > 0 ? 0 : Math.min(fresh, newPerDay);
    fresh -= met;
    return asked + met;
  });
}
