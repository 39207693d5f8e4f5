/** A review in progress: the place in it, and what can be undone. What a rating means for its card is no part of it. */
import * as v from 'valibot';
import { count, moment } from '../../core/times.js';
import type { CardId, Rating } from '../../core/progress/event.js';
import { isCard } from '../../core/progress/storedEvent.js';
import { answerSchema } from '../../core/quiz/answer.js';

const card = v.custom<CardId>((value) => typeof value === 'string' && isCard(value));
const shownCard = v.object({
  card,
  revealed: v.boolean(),
  /** With the author's places. */
  given: v.optional(answerSchema),
});
const rating = v.picklist([1, 2, 3, 4]);

export const reviewSessionSchema = v.object({
  version: v.literal(1),
  /** The day on which it was begun. */
  day: count,
  /** For the order of options. */
  seed: v.pipe(v.number(), v.safeInteger()),
  step: count,
  /** What is still to come, as far as it was planned. */
  order: v.array(card),
  /** Cards forgotten a moment ago are asked before their time when that is not later than this. */
  soonUntil: moment,
  current: v.optional(shownCard),
  /** What was done, the last at the end: the entries are what *Undo* takes back. */
  past: v.array(v.object({ ...shownCard.entries, entry: v.string(), rating: v.optional(rating) })),
  tally: v.tuple([count, count, count, count]),
});

export type ReviewSession = v.InferOutput<typeof reviewSessionSchema>;
export type ShownCard = v.InferOutput<typeof shownCard>;
export type PastCard = ReviewSession['past'][number];

export function newSession(day: number, seed: number): ReviewSession {
  return { version: 1, day, seed, step: 0, order: [], soonUntil: 0, past: [], tally: [0, 0, 0, 0] };
}

/** What changed, as it is then: of two windows that do the same, both lead to the same. */
export const reviewChangeSchema = v.object({
  step: count,
  soonUntil: moment,
  tally: reviewSessionSchema.entries.tally,
  current: v.optional(shownCard),
  /** So many cards stay done, and these come after them. */
  past: v.object({ kept: count, added: reviewSessionSchema.entries.past }),
  /** Left out when it is as before without the card that is shown. */
  order: v.optional(v.array(card)),
});

export type ReviewChange = v.InferOutput<typeof reviewChangeSchema>;

export function reviewChanges(
  before: ReviewSession,
  after: ReviewSession,
): readonly ReviewChange[] {
  const { step, soonUntil, tally, current, past, order } = after;
  const first = past.findIndex((each, at) => before.past[at] !== each);
  const kept = first < 0 ? past.length : first;
  const usual = withoutCard(before.order, current).join() === order.join();
  const isSame =
    before.step === step &&
    before.soonUntil === soonUntil &&
    before.tally.join() === tally.join() &&
    before.current === current &&
    before.past.length === kept &&
    usual;
  if (isSame) return [];
  return [
    {
      step,
      soonUntil,
      tally,
      past: { kept, added: past.slice(kept) },
      ...(current ? { current } : {}),
      ...(usual ? {} : { order }),
    },
  ];
}

export function applyReviewChange(session: ReviewSession, change: ReviewChange): ReviewSession {
  const { step, soonUntil, tally, current, past, order } = change;
  const { current: _, ...rest } = session;
  return {
    ...rest,
    step,
    soonUntil,
    tally,
    past: [...session.past.slice(0, past.kept), ...past.added],
    order: order ?? withoutCard(session.order, current),
    ...(current ? { current } : {}),
  };
}

function withoutCard(order: readonly CardId[], shown: ShownCard | undefined): CardId[] {
  return order.filter((id) => id !== shown?.card);
}

/** The current card is done with. */
export function withPast(session: ReviewSession, past: PastCard): ReviewSession {
  return {
    ...session,
    past: [...session.past, past],
    tally: counted(session.tally, past.rating, 1),
    current: undefined,
  };
}

/** The current card was rated by what was done elsewhere, which is not undone here. */
export function withoutCurrent(session: ReviewSession, rated: Rating | undefined): ReviewSession {
  return { ...session, tally: counted(session.tally, rated, 1), current: undefined };
}

/** The last card is shown again as it was; the one it takes the place of comes after it. */
export function withoutPast(session: ReviewSession, last: PastCard): ReviewSession {
  const { card: id, revealed, given } = last;
  return {
    ...session,
    step: session.step + 1,
    past: session.past.slice(0, -1),
    tally: counted(session.tally, last.rating, -1),
    order: session.current ? [session.current.card, ...session.order] : session.order,
    current: { card: id, revealed, given },
  };
}

function counted(
  tally: ReviewSession['tally'],
  rated: Rating | undefined,
  by: 1 | -1,
): ReviewSession['tally'] {
  const changed: ReviewSession['tally'] = [...tally];
  if (rated === 1) changed[0] += by;
  if (rated === 2) changed[1] += by;
  if (rated === 3) changed[2] += by;
  if (rated === 4) changed[3] += by;
  return changed;
}
