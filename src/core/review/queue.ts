/** What is asked today, and in which order. */
import type { Day } from './days.js';
import { byRisk, catchUpPlan } from './catchUp.js';
import type { DueCard } from './schedule.js';

export interface QueueInput {
  readonly due: readonly DueCard[];
  /** Cards due on each day from today on (today's number is not used). */
  readonly forecast: readonly number[];
  readonly today: Day;
  readonly now: number;
  readonly done: { readonly fresh: number; readonly reviews: number };
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** The topic of a card, so that topics take turns. */
  topicOf(card: DueCard): string;
}

export interface ReviewQueue {
  /** In the order in which they are asked. */
  readonly cards: readonly DueCard[];
  /** What is due and waits for another day, by the limits. */
  readonly waiting: number;
  /** Those of them that were never asked. */
  readonly waitingFresh: number;
  /** While more is due than a day holds: the day on which nothing will be overdue any more. */
  readonly caughtUpOn: Day | undefined;
}

/**
 * Today's cards within the limits: first those forgotten today whose time has come, then reviews, the shortest overdue
 * first and new cards spread among them, topics taking turns; last those forgotten a moment ago. While more is due
 * than a day holds, new cards wait: they would only make it more.
 */
export function reviewQueue(input: QueueInput): ReviewQueue {
  const { now, today } = input;
  const again = input.due.filter((due) => isAgain(due, today)).sort(byDueAt);
  const reviews = input.due.filter((due) => due.kind !== 'new' && !isAgain(due, today));
  const fresh = input.due.filter(({ kind }) => kind === 'new').sort(byDueAt);

  const room = Math.max(0, input.reviewsPerDay - input.done.reviews);
  const behind = reviews.length > room;
  const chosen = behind
    ? withinRoom(reviews, room, input)
    : { cards: reviews, caughtUpOn: undefined };
  const freshRoom = behind ? 0 : Math.max(0, input.newPerDay - input.done.fresh);
  const met = fresh.slice(0, freshRoom);
  const mixed = spread(inTurns([...chosen.cards].sort(shortestOverdueFirst), input), met);
  return {
    cards: [
      ...again.filter(({ dueAt }) => dueAt <= now),
      ...mixed,
      ...again.filter(({ dueAt }) => dueAt > now),
    ],
    waiting: reviews.length - chosen.cards.length + fresh.length - met.length,
    waitingFresh: fresh.length - met.length,
    caughtUpOn: chosen.caughtUpOn,
  };
}

/** Forgotten today by the learner's own rating: already begun, so no limit counts it once more. */
function isAgain({ kind, card }: DueCard, today: Day): boolean {
  return kind === 'relearn' && card.state?.ownDay === today;
}

function withinRoom(
  reviews: readonly DueCard[],
  room: number,
  input: QueueInput,
): { readonly cards: readonly DueCard[]; readonly caughtUpOn: Day | undefined } {
  const late = reviews.filter(({ overdue }) => overdue > 0);
  const onTime = reviews.filter(({ overdue }) => overdue === 0).sort(byRisk);
  const plan = catchUpPlan({
    late,
    comingDue: [onTime.length, ...input.forecast.slice(1)],
    roomToday: room,
    reviewsPerDay: input.reviewsPerDay,
  });
  const first = plan[0];
  return {
    cards: first ? [...first.late, ...onTime.slice(0, first.onTime)] : [],
    caughtUpOn: input.today + plan.length - 1,
  };
}

function byDueAt(one: DueCard, other: DueCard): number {
  return one.dueAt - other.dueAt || byRisk(one, other);
}

function shortestOverdueFirst(one: DueCard, other: DueCard): number {
  return one.overdue - other.overdue || byRisk(one, other);
}

/** Keeps the order as far as no topic comes twice in a row while there is another. */
function inTurns(cards: readonly DueCard[], input: QueueInput): readonly DueCard[] {
  const topics = new Map<string, { rank: number; card: DueCard }[]>();
  for (const [rank, card] of cards.entries()) {
    const topic = input.topicOf(card);
    const list = topics.get(topic);
    if (list) list.push({ rank, card });
    else topics.set(topic, [{ rank, card }]);
  }
  const lists = [...topics.values()].map((list) => list.reverse());
  const mixed: DueCard[] = [];
  let last: (typeof lists)[number] | undefined;
  while (mixed.length < cards.length) {
    const open = lists.filter((list) => list.length > 0);
    const others = open.filter((list) => list !== last);
    const next = (others.length > 0 ? others : open).reduce((best, list) =>
      (list.at(-1)?.rank ?? 0) < (best.at(-1)?.rank ?? 0) ? list : best,
    );
    const taken = next.pop();
    if (taken) mixed.push(taken.card);
    last = next;
  }
  return mixed;
}

/** Puts some cards among others at even distances, keeping both orders. */
function spread(cards: readonly DueCard[], among: readonly DueCard[]): readonly DueCard[] {
  const all: DueCard[] = [];
  let placed = 0;
  for (const [index, card] of cards.entries()) {
    all.push(card);
    const wanted = Math.floor(((index + 1) * among.length) / cards.length);
    all.push(...among.slice(placed, wanted));
    placed = wanted;
  }
  return [...all, ...among.slice(placed)];
}
