/** When cards are due, at a desired retention; all of it follows from the fold and the time that is passed in. */
import type { CardId, Rating } from '../progress/event.js';
import { exerciseOf } from '../progress/storedEvent.js';
import type { CardState } from './cardState.js';
import { msPerDay, msPerMinute } from './days.js';
import type { Day } from './days.js';
import type { Card, ReviewFold } from './reviewFold.js';

/** A forgotten card comes again on the same day, when the answer has left the short memory; an exercise on the next. */
const relearnAfter = 10 * msPerMinute;
/** From so many lapses on a card is a leech: it takes more time than it gives, and should be read or written anew. */
export const leechLapses = 8;

export interface NextInterval {
  readonly rating: Rating;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** Whole days; 0 when it comes again on the same day. */
  readonly days: number;
}

/** Where a card is that is to be asked. */
export interface DueCard {
  readonly card: Card;
  readonly kind: 'new' | 'review' | 'relearn';
  /** Days since it was due; 0 for today. */
  readonly overdue: number;
  /** The chance (0 to 1) that it is recalled now; 1 for a new one, which was never known. */
  readonly recall: number;
  /** When it came or comes due, in milliseconds since 1970. */
  readonly dueAt: number;
}

export class Schedule {
  constructor(
    private readonly fold: ReviewFold,
    /** The share of reviews that is to be remembered, above 0 and below 1. */
    readonly desiredRetention: number,
  ) {}

  /** What each rating would lead to, *Again* first. */
  scheduling(id: CardId, now: number): readonly NextInterval[] {
    return ([1, 2, 3, 4] as const).map((rating) => {
      const state = this.fold.after(id, rating, now);
      const days = isRelearned(id, state) ? 0 : this.dueDay(state) - state.day;
      return { rating, days, dueAt: this.stateDueAt(id, state) };
    });
  }

  /** When a card is to be asked, in milliseconds since 1970; undefined for one that is suspended. */
  dueAt(card: Card): number | undefined {
    if (card.suspended) return undefined;
    const { days } = this.fold;
    // To ask what was read a minute ago proves nothing: a new card waits for the next day.
    const due = card.state
      ? this.stateDueAt(card.id, card.state)
      : days.startOf(days.dayOf(card.metAt) + 1);
    return Math.max(due, card.buriedUntil);
  }

  /** The chance (0 to 1) that a card is recalled at a time; undefined for a new one. */
  recall(card: Card, now: number): number | undefined {
    if (!card.state) return undefined;
    return this.fold.model.recall(card.state.memory, (now - card.state.time) / msPerDay);
  }

  /** Every card that may be asked now, and those forgotten today that come again in a few minutes. */
  due(now: number): readonly DueCard[] {
    const today = this.fold.days.dayOf(now);
    const due: DueCard[] = [];
    for (const card of this.fold.cards()) {
      const dueAt = this.dueAt(card);
      if (dueAt === undefined) continue;
      const kind = kindOf(card, today);
      if (dueAt > now && !(kind === 'relearn' && card.buriedUntil <= now)) continue;
      const overdue = Math.max(0, today - this.fold.days.dayOf(dueAt));
      due.push({ card, kind, overdue, recall: this.recall(card, now) ?? 1, dueAt });
    }
    return due;
  }

  /**
   * Cards due on each of that many days, today first; what is overdue counts as today's, new ones do not count.
   *
   * @param isKnown leaves out cards that cannot be asked
   */
  forecast(
    now: number,
    count: number,
    isKnown: (card: Card) => boolean = () => true,
  ): readonly number[] {
    const today = this.fold.days.dayOf(now);
    const due = Array.from({ length: count }, () => 0);
    for (const card of this.fold.cards()) {
      const dueAt = card.state && this.dueAt(card);
      if (dueAt === undefined || !isKnown(card)) continue;
      const ahead = Math.max(0, this.fold.days.dayOf(dueAt) - today);
      if (ahead < count) due[ahead] = (due[ahead] ?? 0) + 1;
    }
    return due;
  }

  /** When the next card comes due after a time, in milliseconds since 1970. */
  nextDueAt(now: number): number | undefined {
    let next: number | undefined;
    for (const card of this.fold.cards()) {
      const dueAt = this.dueAt(card);
      if (dueAt !== undefined && dueAt > now && (next === undefined || dueAt < next)) next = dueAt;
    }
    return next;
  }

  /** Cards that the learner rated on that day: those met for the first time, and others. */
  ratedOn(day: Day): { readonly fresh: number; readonly reviews: number } {
    let fresh = 0;
    let reviews = 0;
    for (const { id, state } of this.fold.cards()) {
      if (state?.ownDay !== day) continue;
      if (state.firstDay < day) reviews += 1;
      else if (id.startsWith('question/')) fresh += 1; // An item was met in its quiz, an exercise on its page.
    }
    return { fresh, reviews };
  }

  private dueDay(state: CardState): Day {
    if (state.rating === 1) return state.day + 1;
    return state.day + this.fold.model.interval(state.memory, this.desiredRetention);
  }

  private stateDueAt(id: CardId, state: CardState): number {
    if (isRelearned(id, state)) return state.time + relearnAfter;
    return this.fold.days.startOf(this.dueDay(state));
  }
}

export function isLeech(card: Card): boolean {
  return (card.state?.lapses ?? 0) >= leechLapses;
}

/** Whether it comes again on the day on which it was forgotten; what takes half an hour does not. */
function isRelearned(id: CardId, { rating }: CardState): boolean {
  return rating === 1 && exerciseOf(id) === undefined;
}

function kindOf({ id, state }: Card, today: Day): DueCard['kind'] {
  if (!state) return 'new';
  return isRelearned(id, state) && state.day === today ? 'relearn' : 'review';
}
