import type { Catalog } from '../catalog.js';
import type { CardId } from '../progress/event.js';
import type { Day } from './days.js';

/** What the schedule of reviews knows of the days to come. */
export interface Forecast {
  /** How many cards are asked on each of that many days, today first, within the learner's limits of a day. */
  outlook(days: number, catalog: Catalog): readonly number[];
  /** The share of reviews that is to be remembered, 0 to 1. */
  readonly desiredRetention: number;
  /** The chance (0 to 1) that a card would be recalled now; undefined when it was never met. */
  recall(card: CardId): number | undefined;
  /** The day on which a card is asked next; undefined when it is not. */
  dueDay?(card: CardId): Day | undefined;
}

/** Reviews as they are scheduled and counted. */
export interface ScheduledReviews {
  /** Cards to be asked now, within the learner's limits of a day; undefined until they were counted. */
  readonly count: number | undefined;
  /** Every card and its schedule; loaded when it is first asked for. */
  book(): Promise<Forecast>;
  /** Fires when they were counted again. */
  readonly onDidChange: (listener: () => void) => { dispose(): unknown };
}
