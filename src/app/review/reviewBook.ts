/** The learner's cards as they stand: what is due, and what each rating would lead to. Loaded on first use. */
import type { Catalog } from '../../core/catalog.js';
import type { CardId } from '../../core/progress/event.js';
import type { Followed, Journal } from '../../core/progress/journal.js';
import { exerciseOf, itemOf } from '../../core/progress/storedEvent.js';
import { reviewDays } from '../../core/review/days.js';
import type { Day, ReviewDays } from '../../core/review/days.js';
import { MemoryModel } from '../../core/review/memory.js';
import { outlook } from '../../core/review/outlook.js';
import { reviewQueue } from '../../core/review/queue.js';
import type { ReviewQueue } from '../../core/review/queue.js';
import { ReviewFold } from '../../core/review/reviewFold.js';
import type { Card } from '../../core/review/reviewFold.js';
import { Schedule } from '../../core/review/schedule.js';
import type { DueCard } from '../../core/review/schedule.js';
import type { ReviewTerms } from '../../core/review/terms.js';
import { minutesAhead } from '../localZone.js';

/** Days for which the plan after a break knows what comes due. */
const foresight = 60;

/** By the clock of this machine. */
const localDays = reviewDays(minutesAhead);

export class ReviewBook {
  private readonly fold: Followed<ReviewFold>;
  /** Items whose quiz has no such item any more, and what else cannot be read. */
  private readonly gone = new Set<CardId>();

  constructor(
    journal: Pick<Journal, 'follow'>,
    private readonly terms: () => ReviewTerms,
    readonly now: () => number,
    readonly days: ReviewDays = localDays,
  ) {
    const model = new MemoryModel();
    this.fold = journal.follow(() => new ReviewFold(days, model));
  }

  /** With the desired retention as it is set now. */
  get schedule(): Schedule {
    return new Schedule(this.fold.value, this.desiredRetention);
  }

  get desiredRetention(): number {
    return this.terms().desiredRetention;
  }

  get today(): Day {
    return this.days.dayOf(this.now());
  }

  card(id: CardId): Card | undefined {
    return this.fold.value.card(id);
  }

  /** Cards that are not asked until the learner takes that back. */
  suspended(): readonly Card[] {
    return [...this.fold.value.cards()].filter(({ suspended }) => suspended);
  }

  /** Whether anything was ever read or answered. */
  get isEmpty(): boolean {
    return this.fold.value.cards().next().done === true;
  }

  /** What is to be asked now, of the cards that the loaded packs know. */
  queue(catalog: Catalog): ReviewQueue {
    const { schedule, today, days } = this;
    const now = this.now();
    const topicOf = ({ card }: DueCard): string => {
      const exercise = exerciseOf(card.id);
      if (exercise !== undefined) return catalog.exercises.find(exercise)?.topic ?? '';
      return catalog.question(card.question)?.topic ?? '';
    };
    return reviewQueue({
      due: schedule.due(now).filter(({ card }) => this.isKnown(card, catalog)),
      forecast: schedule.forecast(now, foresight),
      today,
      now,
      done: schedule.ratedOn(days.dayOf(now)),
      ...this.terms(),
      topicOf,
    });
  }

  /** How many cards are asked on each of that many days, today first. */
  outlook(days: number, catalog: Catalog): readonly number[] {
    const comingDue = this.schedule.forecast(this.now(), days, (card) =>
      this.isKnown(card, catalog),
    );
    return outlook({ queue: this.queue(catalog), comingDue, ...this.terms() });
  }

  /** The chance (0 to 1) that a card would be recalled now; undefined when it was never rated. */
  recall(id: CardId): number | undefined {
    const card = this.card(id);
    return card && this.schedule.recall(card, this.now());
  }

  /** The day on which a card is asked next; undefined when it is suspended or was never met. */
  dueDay(id: CardId): Day | undefined {
    const card = this.card(id);
    const at = card && this.schedule.dueAt(card);
    return at === undefined ? undefined : Math.max(this.today, this.days.dayOf(at));
  }

  /** The card cannot be asked: its quiz has no such item any more, for one. */
  forget(id: CardId): void {
    this.gone.add(id);
  }

  /** Packs were loaded anew: what was gone may be there again. */
  packsChanged(): void {
    this.gone.clear();
  }

  private isKnown(card: Card, catalog: Catalog): boolean {
    if (this.gone.has(card.id)) return false;
    const exercise = exerciseOf(card.id);
    if (exercise !== undefined) return catalog.exercises.find(exercise) !== undefined;
    if (!catalog.question(card.question)) return false;
    const item = itemOf(card.id);
    return !item || catalog.quizzes.some(({ id }) => id === item.quiz);
  }
}
