/** The cards of a learner, from the journal. */
import type { CardId, Rating } from '../progress/event.js';
import type { Fold, JournalEntry } from '../progress/journal.js';
import { CardSteps } from './cardState.js';
import type { CardProgress, CardState } from './cardState.js';
import type { ReviewDays } from './days.js';
import type { MemoryModel } from './memory.js';

/** Something that is asked again. */
export interface Card {
  readonly id: CardId;
  /** The question itself, or the one that teaches the item; empty for an exercise. */
  readonly question: string;
  /** When it was first read or answered, in milliseconds since 1970. */
  readonly metAt: number;
  /** Undefined while it is new: met, and neither rated nor answered. */
  readonly state: CardState | undefined;
  /** Not asked before that time. */
  readonly buriedUntil: number;
  readonly suspended: boolean;
}

/**
 * Folds lazily: an entry is only put with its card's others, and a card is worked out when it is asked for. Hence a
 * long history is taken in quickly, and one more entry costs one card.
 */
export class ReviewFold implements Fold {
  private readonly histories = new Map<CardId, CardHistory>();
  private readonly steps: CardSteps;

  constructor(
    readonly days: ReviewDays,
    readonly model: MemoryModel,
  ) {
    this.steps = new CardSteps(days, model);
  }

  apply(entry: JournalEntry): void {
    const { event } = entry;
    switch (event.kind) {
      case 'read':
        this.history(`question/${event.question}`).met(entry.time);
        break;
      case 'unread':
        this.history(`question/${event.question}`).unmet();
        break;
      case 'answered': {
        const item = this.history(`item/${event.quiz}/${event.item}`);
        item.question = event.question;
        item.met(entry.time);
        item.add(entry);
        // What was never read is no card yet, and answers say nothing of it.
        const question = this.history(`question/${event.question}`);
        if (question.metAt !== undefined) question.add(entry);
        break;
      }
      case 'predicted': {
        const question = this.history(`question/${event.question}`);
        if (question.metAt !== undefined) question.add(entry);
        break;
      }
      case 'attempted': {
        const history = this.history(`exercise/${event.exercise}`);
        history.met(entry.time);
        history.add(entry);
        break;
      }
      case 'added': {
        const history = this.history(event.card);
        history.question = event.question;
        history.met(entry.time);
        break;
      }
      case 'rated': {
        const history = this.history(event.card);
        history.met(entry.time);
        history.add(entry);
        break;
      }
      case 'buried':
        this.history(event.card).buriedUntil = event.until;
        break;
      case 'suspended':
        this.history(event.card).suspended = event.suspended;
        break;
      default: // Other events say nothing of memory.
        break;
    }
  }

  /** The card, when there is one of that id. */
  card(id: CardId): Card | undefined {
    const history = this.histories.get(id);
    return history && this.cardOf(id, history);
  }

  /** Every card that was met, the first met first. */
  *cards(): IterableIterator<Card> {
    for (const [id, history] of this.histories) {
      const card = this.cardOf(id, history);
      if (card) yield card;
    }
  }

  /** What a card's progress would be after a rating at a time. */
  after(id: CardId, rating: Rating, time: number): CardState {
    const progress = this.histories.get(id)?.progress(this.steps) ?? { state: undefined };
    return this.steps.rated(progress, rating, { time });
  }

  private cardOf(id: CardId, history: CardHistory): Card | undefined {
    const { metAt, question, buriedUntil, suspended } = history;
    if (metAt === undefined) return undefined;
    const { state } = history.progress(this.steps);
    return { id, question, metAt, state, buriedUntil, suspended };
  }

  private history(id: CardId): CardHistory {
    let history = this.histories.get(id);
    if (!history) {
      history = new CardHistory(id);
      this.histories.set(id, history);
    }
    return history;
  }
}

/** What happened to one card, and how far it is worked out. */
class CardHistory {
  private readonly pending: JournalEntry[] = [];
  private readonly isItem: boolean;
  private worked: CardProgress = { state: undefined };
  private isRated = false;
  question: string;
  metAt: number | undefined;
  buriedUntil = 0;
  suspended = false;

  constructor(id: CardId) {
    this.isItem = id.startsWith('item/');
    this.question = id.startsWith('question/') ? id.slice('question/'.length) : '';
  }

  met(time: number): void {
    this.metAt ??= time;
  }

  /** A question that is not read after all; once it was rated it stays a card. */
  unmet(): void {
    if (!this.isRated) this.metAt = undefined;
  }

  add(entry: JournalEntry): void {
    this.pending.push(entry);
    if (entry.event.kind === 'rated') this.isRated = true;
  }

  progress(steps: CardSteps): CardProgress {
    for (const entry of this.pending) {
      const { event } = entry;
      if (event.kind === 'rated') {
        this.worked = { state: steps.rated(this.worked, event.rating, entry) };
      } else if (event.kind === 'attempted') {
        this.worked = steps.attempted(this.worked, event, entry);
      } else if (event.kind === 'predicted') {
        this.worked = steps.predicted(this.worked, event, entry);
      } else if (event.kind === 'answered') {
        this.worked = this.isItem
          ? steps.answeredItem(this.worked, event, entry)
          : steps.answeredQuestion(this.worked, event, entry);
      }
    }
    this.pending.length = 0;
    return this.worked;
  }
}
