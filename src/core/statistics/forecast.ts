import type { CardId } from '../progress/event.js';

/** What the schedule of reviews knows of the days to come. */
export interface Forecast {
  /** Cards due on each of that many days, today first; what is overdue counts as today's. */
  due(days: number): readonly number[];
  /** The share of reviews that is to be remembered, 0 to 1. */
  readonly desiredRetention: number;
  /** The chance (0 to 1) that a card would be recalled now; undefined when it was never met. */
  recall(card: CardId): number | undefined;
}
