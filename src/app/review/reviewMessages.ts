/** What the host says on the review page, in the user's language. */
import type { ReviewQueue } from '../../core/review/queue.js';
import type { DueCard, NextInterval } from '../../core/review/schedule.js';

export interface ReviewMessages {
  /** `10 min`, `4 days`. */
  interval(next: NextInterval, now: number): string;
  nextDue(dueAt: number | undefined, now: number): string;
  /** What is special about a card. */
  kind(kind: DueCard['kind'] | undefined): readonly string[];
  leech(lapses: number): string;
  /** Why more is due than is asked today. */
  limits(queue: Pick<ReviewQueue, 'waiting' | 'caughtUpOn'>): readonly string[];
}
