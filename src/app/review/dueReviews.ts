import type { Event } from '../event.js';
import type { ReviewBook } from './reviewBook.js';

/** What is due for review, within the learner's limits of a day. */
export interface DueReviews {
  /** Cards to be asked now; undefined until they were counted. */
  readonly count: number | undefined;
  /** Fires when they were counted again. */
  readonly onDidChange: Event<void>;
  /** Every card and its schedule; loaded when it is first asked for. */
  book(): Promise<ReviewBook>;
}
