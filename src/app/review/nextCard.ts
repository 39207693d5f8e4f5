/** Which card a review asks next. */
import type { ReviewQueue } from '../../core/review/queue.js';
import type { ReviewSession } from './reviewSession.js';

/** What was forgotten and has come again first, then as it was planned; without a card when none is left. */
export function withNext(session: ReviewSession, queue: ReviewQueue, now: number): ReviewSession {
  const open = queue.cards.filter(({ dueAt }) => dueAt <= Math.max(now, session.soonUntil));
  const ids = new Set(open.map(({ card }) => card.id));
  const forgotten = open.find(({ kind, dueAt }) => kind === 'relearn' && dueAt <= now);
  const planned = session.order.filter((id) => ids.has(id));
  const order = planned.length > 0 ? planned : open.map(({ card }) => card.id);
  const next = forgotten?.card.id ?? order[0];
  if (next === undefined) return { ...session, order: [], current: undefined };
  return {
    ...session,
    step: session.step + 1,
    order: order.filter((id) => id !== next),
    current: { card: next, revealed: false },
  };
}
