/** Reviews in the journal: one a day, which any window goes on with. */
import type { Day } from '../../core/review/days.js';
import type { KeptSession } from '../sessions/keptSession.js';
import { Sessions } from '../sessions/sessions.js';
import type { SessionJournal } from '../sessions/sessions.js';
import type { SessionType } from '../sessions/sessionType.js';
import {
  applyReviewChange,
  newSession,
  reviewChanges,
  reviewChangeSchema,
  reviewSessionSchema,
} from './reviewSession.js';
import type { ReviewChange, ReviewSession } from './reviewSession.js';

export type KeptReview = KeptSession<ReviewSession, ReviewChange>;

const reviewType: SessionType<ReviewSession, ReviewChange> = {
  kind: 'review',
  start: reviewSessionSchema,
  change: reviewChangeSchema,
  parts: (start) => ({ start, more: [] }),
  changesBetween: reviewChanges,
  apply: applyReviewChange,
  isPlace: () => false,
};

/**
 * The review of a day, or a new one.
 *
 * @param seed for the order of options
 * @param earlier what a version up to 0.1 remembered of a review
 */
export async function reviewOf(
  journal: SessionJournal,
  day: Day,
  seed: number,
  earlier?: ReviewSession,
): Promise<KeptReview> {
  const sessions = new Sessions(journal, reviewType);
  await sessions.refresh();
  const name = String(day);
  const begun = sessions.stored().find((each) => each.name === name);
  const kept = begun && sessions.open(begun.id);
  if (kept) return kept;
  const state = earlier?.day === day ? earlier : newSession(day, seed);
  return sessions.begin({ id: `review-${name}-${state.seed.toString(36)}`, name, state });
}
