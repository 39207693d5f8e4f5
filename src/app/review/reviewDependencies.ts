import type { CardId } from '../../core/progress/event.js';
import type { ReviewQueue } from '../../core/review/queue.js';
import type { Card } from '../../core/review/reviewFold.js';
import type { NextInterval } from '../../core/review/schedule.js';
import type { CardContent } from './cardModel.js';
import type { ReviewMessages } from './reviewMessages.js';

/** What the controller of a review needs from outside. */
export interface ReviewDependencies {
  readonly words: ReviewMessages;
  now(): number;
  /** When tomorrow begins, in milliseconds since 1970. */
  tomorrow(): number;
  queue(): Promise<ReviewQueue>;
  card(id: CardId): Card | undefined;
  /** Whether its time has come. */
  isDue(card: Card): boolean;
  scheduling(id: CardId): readonly NextInterval[];
  /** When the next card comes due that is not due now. */
  nextDueAt(): number | undefined;
  /** Undefined when the packs hold it no more. */
  content(card: Card): Promise<CardContent | undefined>;
  /** The card cannot be asked. */
  gone(id: CardId): void;
}
