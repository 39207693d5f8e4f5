/** What the review page and the extension host do for each other. Answers come only when the learner asked for them. */
import * as v from 'valibot';
import { answerSchema } from '../core/quiz/answer.js';
import type { Answer } from '../core/quiz/answer.js';
import type { Rating } from '../core/progress/event.js';
import type { Colors } from './question.js';
import type { Asked, QuestionLink, Verdict } from './quiz.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

/** A button: what it is called, and when the card would come again. */
export interface RatingChoice {
  readonly rating: Rating;
  /** In words: `10 min`, `4 days`. */
  readonly interval: string;
  /** What the answer given speaks for. */
  readonly suggested: boolean;
}

interface Shown {
  /** Tells this showing of a card from any other: a key pressed twice must not rate the next card. */
  readonly step: number;
  /** Cards rated in this session. */
  readonly done: number;
  readonly canUndo: boolean;
  /** Sentences about the card or the session. */
  readonly notes: readonly string[];
}

/** An exercise that is due: written again from its starter, or thought through. */
export interface ExerciseCard {
  readonly id: string;
  /** That a strong candidate takes to write it. */
  readonly minutes: number;
  readonly taskHtml: string;
  /** What each good way costs and when one would choose it, once that is shown; inline HTML. */
  readonly approaches?: readonly {
    readonly titleHtml: string;
    readonly timeHtml: string;
    readonly memoryHtml: string;
    readonly whenHtml: string;
  }[];
}

export interface CardModel extends Shown {
  readonly screen: 'card';
  readonly title: string;
  /** Topic, level, and whether it is new or was forgotten today. */
  readonly about: readonly string[];
  /** Cards that are still to be asked today, this one included. */
  readonly left: number;
  /** What is asked, or what teaches the item; an exercise has none. */
  readonly question?: QuestionLink;
  readonly exercise?: ExerciseCard;
  /** Of an item of a quiz. */
  readonly asked?: Asked;
  readonly given?: Answer;
  readonly verdict?: Verdict;
  /** Of a question, once it is shown: safe HTML. */
  readonly answerHtml?: string;
  /** Once the answer is shown. */
  readonly ratings?: readonly RatingChoice[];
}

export interface EndModel extends Shown {
  readonly screen: 'end';
  /** How many were rated Again, Hard, Good, Easy. */
  readonly tally: readonly [number, number, number, number];
  /** When the next card comes due, in words. */
  readonly nextDue: string;
  /** Cards that were forgotten a moment ago and could be asked before their time. */
  readonly soon: number;
}

export type ReviewModel = CardModel | EndModel;

/** Called by the page. Each answers with what to show next. */
export interface ReviewHost {
  ready(params: Record<string, never>): Promise<ReviewModel>;
  reveal(params: { readonly step: number }): Promise<ReviewModel>;
  /** The answer is stored before the verdict is told. */
  answer(params: { readonly step: number; readonly answer: Answer }): Promise<ReviewModel>;
  /** The rating is stored before the next card is told. */
  rate(params: { readonly step: number; readonly rating: Rating }): Promise<ReviewModel>;
  /** Begins the exercise of the card anew; what it comes to then rates the card. */
  writeAgain(params: { readonly step: number }): Promise<void>;
  /** Not asked again before tomorrow. */
  bury(params: { readonly step: number }): Promise<ReviewModel>;
  /** Not asked again until it is taken back. */
  suspend(params: { readonly step: number }): Promise<ReviewModel>;
  /** Takes back what was done with the last card, and shows that card again. */
  undo(params: Record<string, never>): Promise<ReviewModel>;
  /** Goes on with cards that were forgotten a moment ago. */
  askSoon(params: Record<string, never>): Promise<ReviewModel>;
  /** Steps through the program of an `output` item whose answer is shown. */
  stepThrough(params: { readonly step: number }): Promise<void>;
  /** The colors of the code that the page was told; asked for when the text is painted. */
  colors(params: { readonly key: string }): Promise<Colors>;
  openQuestion(params: { readonly question: string }): Promise<void>;
}

/** Called by the host. */
export interface ReviewPage {
  show(model: ReviewModel): void;
  /** The window wears another theme: colors are to be asked for again. */
  recolor(params: Record<string, never>): void;
}

const nothing = v.strictObject({});
const step = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

export const reviewSchemas: Schemas<ReviewHost> = {
  ready: nothing,
  reveal: v.strictObject({ step }),
  answer: v.strictObject({ step, answer: answerSchema }),
  rate: v.strictObject({ step, rating: v.picklist([1, 2, 3, 4]) }),
  writeAgain: v.strictObject({ step }),
  bury: v.strictObject({ step }),
  suspend: v.strictObject({ step }),
  undo: nothing,
  askSoon: nothing,
  stepThrough: v.strictObject({ step }),
  colors: v.strictObject({ key: name }),
  openQuestion: v.strictObject({ question: name }),
};
