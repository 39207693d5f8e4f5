/** What can happen to a learner: the events that the journal keeps. */
import type { Confidence } from '../quiz/answer.js';

/** A quiz item was answered. */
export interface QuizAnswered {
  readonly kind: 'answered';
  readonly quiz: string;
  readonly item: string;
  /** The question that teaches the item. */
  readonly question: string;
  /** 0 to 1. */
  readonly score: number;
  readonly confidence?: Confidence | undefined;
}

/** What comes next in a snippet that is stepped through was told before it was shown. */
export interface Predicted {
  readonly kind: 'predicted';
  readonly question: string;
  readonly snippet: string;
  readonly right: boolean;
}

/** A go at an exercise came to something: every check passed, or its solutions were looked at before that. */
export interface Attempted {
  readonly kind: 'attempted';
  readonly exercise: string;
  readonly passed: boolean;
  /** The solutions were looked at before every check had passed. */
  readonly looked: boolean;
  /** Hints that were asked for. */
  readonly hints: number;
  /** Times that the checks ran and did not all pass. */
  readonly failed: number;
  /** From its begin by the clock, however much of it the learner was there; left out when that is not known. */
  readonly minutes?: number | undefined;
}

/** What is asked again: a question, an item of a quiz, or an exercise. */
export type CardId = `question/${string}` | `item/${string}/${string}` | `exercise/${string}`;

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

/** One point of a model answer, as the learner rated their own: 0 missed, 1 in part, 2 had it. */
export interface PointRating {
  readonly point: string;
  readonly rating: 0 | 1 | 2;
}

export interface InterviewedQuestion {
  readonly question: string;
  readonly seconds: number;
  readonly points: readonly PointRating[];
}

/** What is answered in one go, begun here and gone on with there. */
export type SessionKind = 'quiz' | 'review' | 'interview' | 'exercise';

export type LearningEvent =
  | { readonly kind: 'opened'; readonly question: string }
  | { readonly kind: 'read'; readonly question: string }
  | { readonly kind: 'unread'; readonly question: string }
  | QuizAnswered
  | Predicted
  | Attempted
  | {
      readonly kind: 'quizFinished';
      readonly quiz: string;
      /** 0 to 1: the share of the points that there were. */
      readonly score: number;
      readonly items: number;
    }
  /** The learner made a card of their own; `question` is the one that it belongs to. */
  | { readonly kind: 'added'; readonly card: CardId; readonly question: string }
  /** A card was rated in a review. */
  | { readonly kind: 'rated'; readonly card: CardId; readonly rating: Rating }
  /** The entry of that id counts no more. */
  | { readonly kind: 'undone'; readonly entry: string }
  /** The card is not asked before `until` (milliseconds since 1970). */
  | { readonly kind: 'buried'; readonly card: CardId; readonly until: number }
  | { readonly kind: 'suspended'; readonly card: CardId; readonly suspended: boolean }
  | { readonly kind: 'bookmarked'; readonly question: string; readonly bookmarked: boolean }
  /** The learner's note on a question was written (or emptied). */
  | { readonly kind: 'noted'; readonly question: string; readonly empty: boolean }
  | {
      readonly kind: 'interviewed';
      /** Seconds. */
      readonly length: number;
      readonly questions: readonly InterviewedQuestion[];
    }
  /** What a session starts from is its kind's own business, and so is what changes it. */
  | {
      readonly kind: 'sessionBegun';
      readonly session: string;
      readonly of: SessionKind;
      /** What sessions of that kind are told apart by: the quiz. */
      readonly name: string;
      readonly start: unknown;
    }
  | { readonly kind: 'sessionChanged'; readonly session: string; readonly change: unknown };
