/** What reviews and answers make of one card, event by event. */
import { gradeOf } from '../exercise/session.js';
import type { Attempted, Predicted, QuizAnswered, Rating } from '../progress/event.js';
import type { Confidence } from '../quiz/answer.js';
import type { JournalEntry } from '../progress/journal.js';
import type { Day, ReviewDays } from './days.js';
import { itemRating, questionRating } from './evidence.js';
import type { Memory, MemoryModel } from './memory.js';

/** A card that was rated at least once, by its learner or by an answer. */
export interface CardState {
  readonly memory: Memory;
  readonly rating: Rating;
  /** Milliseconds since 1970: of the last rating that counted. */
  readonly time: number;
  readonly day: Day;
  /** The day of the first rating. */
  readonly firstDay: Day;
  /** The last day on which the learner rated it in a review. */
  readonly ownDay: Day | undefined;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
  /** As it was when `day` began; undefined when it was new then. */
  readonly before: CardState | undefined;
}

/** A card's state, and what of today is needed to go on. */
export interface CardProgress {
  readonly state: CardState | undefined;
  /** Of an item: the state before its last answer, which a rating right after it replaces. */
  readonly unanswered?: { readonly day: Day; readonly state: CardState | undefined };
  /** Of a question: what today says of each of its items and snippets. */
  readonly answers?: { readonly day: Day; readonly byItem: ReadonlyMap<string, Evidence> };
}

/** The first answer to an item, or how many of the predictions of a snippet's steps were right. */
interface Evidence {
  /** 0 to 1. */
  readonly score: number;
  readonly confidence?: Confidence | undefined;
  readonly count: number;
}

/** A time, and the zone in which it was where that is known. */
export type Moment = Pick<JournalEntry, 'time' | 'zone'>;

export class CardSteps {
  constructor(
    private readonly days: ReviewDays,
    private readonly model: MemoryModel,
  ) {}

  /** The learner's own rating. That of an item takes the place of what the answer before it said. */
  rated({ state, unanswered }: CardProgress, rating: Rating, at: Moment): CardState {
    const day = this.dayOf(at);
    const from = unanswered?.day === day ? unanswered.state : state;
    return { ...this.step(from, rating, at), ownDay: day };
  }

  /**
   * A go at the exercise: a rating of its learner's own. What passes on the day on which its solutions were seen proves
   * nothing more.
   */
  attempted({ state }: CardProgress, attempt: Attempted, at: Moment): CardProgress {
    const seenToday = attempt.looked && state !== undefined && state.day >= this.dayOf(at);
    return { state: seenToday ? state : this.rated({ state }, gradeOf(attempt), at) };
  }

  /**
   * An answer to the item itself. The first of a day rates it; later ones are given by someone who has just been told
   * the right answer, and count only when they are wrong nevertheless.
   */
  answeredItem({ state }: CardProgress, answer: QuizAnswered, at: Moment): CardProgress {
    const day = this.dayOf(at);
    const unanswered = { day, state };
    const again = state !== undefined && state.day >= day;
    const rating = itemRating(answer, state !== undefined && state.rating >= 3);
    if (again && (rating !== 1 || state.rating === 1)) return { state, unanswered };
    return { state: this.step(state, rating, at), unanswered };
  }

  /**
   * An answer to an item of the question: the day's answers are one rating, given anew with each of them. After the
   * learner's own rating of that day they count only when they say that it was forgotten.
   */
  answeredQuestion(progress: CardProgress, answer: QuizAnswered, at: Moment): CardProgress {
    const key = `${answer.quiz}/${answer.item}`;
    const { score, confidence } = answer;
    if (this.evidenceOf(progress, at).has(key)) return progress;
    return this.questionShown(progress, key, { score, confidence, count: 1 }, at);
  }

  /** All that is predicted of one snippet in a day is as one answer to one item: it tells of that corner. */
  predicted(progress: CardProgress, { snippet, right }: Predicted, at: Moment): CardProgress {
    const key = `snippet/${snippet}`;
    const { score, count } = this.evidenceOf(progress, at).get(key) ?? { score: 0, count: 0 };
    const mean = (score * count + Number(right)) / (count + 1);
    return this.questionShown(progress, key, { score: mean, count: count + 1 }, at);
  }

  private evidenceOf({ answers }: CardProgress, at: Moment): ReadonlyMap<string, Evidence> {
    return answers?.day === this.dayOf(at) ? answers.byItem : new Map();
  }

  private questionShown(
    progress: CardProgress,
    key: string,
    evidence: Evidence,
    at: Moment,
  ): CardProgress {
    const { state } = progress;
    const day = this.dayOf(at);
    const byItem = new Map(this.evidenceOf(progress, at)).set(key, evidence);
    const answers = { day, byItem };
    const rating = questionRating(byItem.values());
    if (rating === undefined) return { state, answers };
    if (state?.ownDay === day) {
      const forgotten = rating === 1 && state.rating !== 1;
      return { state: forgotten ? this.step(state, 1, at) : state, answers };
    }
    const from = state?.day === day ? state.before : state;
    return { state: this.step(from, rating, at), answers };
  }

  private dayOf({ time, zone }: Moment): Day {
    return this.days.dayOf(time, zone);
  }

  private step(from: CardState | undefined, rating: Rating, at: Moment): CardState {
    // A clock that was put back must not make time run backwards.
    const day = Math.max(this.dayOf(at), from?.day ?? -Infinity);
    const elapsed = from ? day - from.day : 0;
    return {
      memory: this.model.next(from?.memory, elapsed, rating),
      rating,
      time: at.time,
      day,
      firstDay: from?.firstDay ?? day,
      ownDay: from?.ownDay,
      lapses: (from?.lapses ?? 0) + (rating === 1 && from && from.rating !== 1 ? 1 : 0),
      before: elapsed > 0 ? withoutPast(from) : from?.before,
    };
  }
}

/** Only one day back is ever needed: a chain through all days would keep every state alive. */
function withoutPast(state: CardState | undefined): CardState | undefined {
  return state && { ...state, before: undefined };
}
