/** What the quiz page and the extension host do for each other. Right answers come only with a verdict. */
import * as v from 'valibot';
import { answerSchema, confidenceSchema, longestCode } from '../core/quiz/answer.js';
import type { Answer, Confidence } from '../core/quiz/answer.js';
import type { CheckResult } from '../core/quiz/grade.js';
import type { Colors } from './question.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

/**
 * What is asked; texts ending in `Html` are safe HTML, all others plain. A `block` is the place of a piece of code among
 * those of its item: colors come later, by these places, which fences in the HTML carry as `data-block`.
 */
export type Asked = {
  readonly promptHtml: string;
} & (
  | { readonly kind: 'single' | 'multiple'; readonly optionsHtml: readonly string[] }
  | { readonly kind: 'output'; readonly code: string; readonly block: number }
  | { readonly kind: 'text' }
  | {
      readonly kind: 'order';
      readonly lines: readonly string[];
      /** Of the first line, where they are code; the others follow. */
      readonly block?: number;
      /** Where they are no code. */
      readonly linesHtml?: readonly string[];
      readonly indented: boolean;
      /** Some lines belong nowhere. */
      readonly leaveOut: boolean;
    }
  | {
      readonly kind: 'code';
      readonly starter: string;
      readonly block: number;
      readonly checks: number;
    }
  | {
      readonly kind: 'defect';
      readonly lines: readonly string[];
      /** Of the first line; the others follow. */
      readonly block: number;
      readonly repairsHtml: readonly string[];
    }
);

export interface QuestionLink {
  readonly id: string;
  readonly title: string;
}

/** An answer as text; with a `block` when it is code. */
export interface GivenText {
  readonly text: string;
  readonly block?: number;
}

/** The right answer in words, an option's index as shown, or code. */
export interface Verdict {
  readonly verdict: 'correct' | 'partly' | 'wrong' | 'skipped' | 'unchecked';
  readonly note: string;
  readonly options: readonly {
    readonly correct: boolean;
    readonly chosen: boolean;
    readonly whyHtml: string;
  }[];
  readonly checks: readonly CheckResult[];
  /** Of a `defect`: the lines that count as the faulty one, 1-based. */
  readonly faulty?: readonly number[];
  /** For the kinds without options. */
  readonly yours?: GivenText;
  readonly right?: GivenText;
  readonly explanationHtml: string;
  readonly question?: QuestionLink;
  /** The code can be run to see what it prints. */
  readonly canRun: boolean;
}

export interface Step {
  readonly answered: boolean;
  readonly flagged: boolean;
}

export function encodeSteps(steps: readonly Step[]): string {
  return steps.map(({ answered, flagged }) => Number(answered) + 2 * Number(flagged)).join('');
}

export function decodeSteps(text: string): readonly Step[] {
  return Array.from(text, (digit) => ({
    answered: digit === '1' || digit === '3',
    flagged: digit === '2' || digit === '3',
  }));
}

export interface ItemModel {
  readonly screen: 'item';
  readonly session: string;
  readonly title: string;
  readonly mode: 'practice' | 'exam';
  readonly key: string;
  /** Tells this taking of the quiz from others. */
  readonly attempt: string;
  /** 0-based. */
  readonly index: number;
  /** One digit an item, for a quiz may be long: `decodeSteps` reads them. */
  readonly steps: string;
  readonly notes: readonly string[];
  readonly paused: boolean;
  /** Milliseconds left in an exam. */
  readonly remaining?: number;
  readonly asked: Asked;
  readonly given?: Answer;
  readonly confidence?: Confidence;
  /** What was being answered when the page was last left. */
  readonly draft?: Draft;
  /** Why the answer given could not be checked; it may be checked again, and does not count. */
  readonly unchecked?: string;
  /** The file in which a `code` item is being answered. */
  readonly file?: AnswerFile;
  readonly verdict?: Verdict;
}

/** Its code has the place behind the starter's. */
export interface AnswerFile {
  readonly name: string;
  readonly text: string;
}

/** What a run of code that is not answered yet showed. */
export interface Tried {
  readonly output: string;
  /** Empty in an exam. */
  readonly checks: readonly CheckResult[];
}

/** An answer that is not given yet, with its places as shown. */
export interface Draft {
  readonly answer: Answer;
  readonly confidence?: Confidence | undefined;
}

export const draftSchema: v.GenericSchema<unknown, Draft> = v.strictObject({
  answer: answerSchema,
  confidence: v.optional(confidenceSchema),
});

export interface ResultItem {
  readonly key: string;
  readonly asked: Asked;
  readonly verdict: Verdict;
  readonly flagged: boolean;
  readonly confidence?: Confidence;
}

export interface Tally {
  readonly name: string;
  readonly score: number;
  readonly count: number;
}

export interface ResultModel {
  readonly screen: 'result';
  readonly session: string;
  readonly title: string;
  readonly attempt: string;
  readonly mode: 'practice' | 'exam';
  /** Points of `count`, partial credit included. */
  readonly score: number;
  readonly count: number;
  /** Items that could not be checked and are not among `count`. */
  readonly unchecked: number;
  /** Milliseconds. */
  readonly spent: number;
  readonly byTopic: readonly Tally[];
  readonly byKind: readonly Tally[];
  readonly bySureness: readonly Tally[];
  readonly items: readonly ResultItem[];
  readonly readAgain: readonly QuestionLink[];
  readonly missed: number;
  readonly history: readonly {
    readonly when: string;
    readonly score: number;
    readonly count: number;
  }[];
  readonly notes: readonly string[];
}

export type QuizModel = ItemModel | ResultModel;

/** Called by the page. Each answers with what to show next. */
export interface QuizHost {
  ready(params: Record<string, never>): Promise<QuizModel>;
  /** The answer is stored before the verdict is told. */
  answer(params: {
    readonly key: string;
    readonly answer: Answer;
    readonly confidence?: Confidence | undefined;
    /** The answer is what is in the item's file. */
    readonly fromFile?: boolean | undefined;
  }): Promise<QuizModel>;
  /** Opens the item's file beside the quiz; with the text that was written in the page, when there is one. */
  openCode(params: {
    readonly key: string;
    readonly text?: string | undefined;
  }): Promise<QuizModel>;
  /** Runs code before it is answered; the text in the page, or else what is in the item's file. */
  tryCode(params: { readonly key: string; readonly text?: string | undefined }): Promise<Tried>;
  /** Keeps what is being answered; called at pauses in it. */
  draft(params: { readonly key: string; readonly draft: Draft }): Promise<void>;
  next(params: Record<string, never>): Promise<QuizModel>;
  goTo(params: { readonly index: number }): Promise<QuizModel>;
  flag(params: { readonly flagged: boolean }): Promise<QuizModel>;
  pause(params: { readonly paused: boolean }): Promise<QuizModel>;
  finish(params: Record<string, never>): Promise<QuizModel>;
  restart(params: { readonly mode: 'practice' | 'exam' | 'missed' }): Promise<QuizModel>;
  /** What the code of an answered `output` item prints. */
  runIt(params: { readonly key: string }): Promise<{ readonly output: string }>;
  /** Steps through the code of an answered `output` item, or through a check that an answer failed. */
  stepThrough(params: { readonly key: string; readonly check?: number | undefined }): Promise<void>;
  /** The colors of an item's code as far as the page was told it; asked for when the text is painted. */
  colors(params: { readonly key: string }): Promise<Colors>;
  openQuestion(params: { readonly question: string }): Promise<void>;
  saveMarkdown(params: Record<string, never>): Promise<void>;
}

/** Called by the host. */
export interface QuizPage {
  show(model: QuizModel): void;
  /** What is in the file of an item now. */
  code(params: { readonly key: string; readonly text: string }): void;
  /** The learner asks in the editor for the item to be checked. */
  check(params: Record<string, never>): void;
  /** The learner asks in the editor for the item's file to be tried. */
  tryCode(params: Record<string, never>): void;
  /** The window wears another theme: colors are to be asked for again. */
  recolor(params: Record<string, never>): void;
}

const nothing = v.strictObject({});

export const quizSchemas: Schemas<QuizHost> = {
  ready: nothing,
  answer: v.strictObject({
    key: name,
    answer: answerSchema,
    confidence: v.optional(confidenceSchema),
    fromFile: v.optional(v.boolean()),
  }),
  openCode: v.strictObject({
    key: name,
    text: v.optional(v.pipe(v.string(), v.maxLength(longestCode))),
  }),
  tryCode: v.strictObject({
    key: name,
    text: v.optional(v.pipe(v.string(), v.maxLength(longestCode))),
  }),
  draft: v.strictObject({ key: name, draft: draftSchema }),
  next: nothing,
  goTo: v.strictObject({
    index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  }),
  flag: v.strictObject({ flagged: v.boolean() }),
  pause: v.strictObject({ paused: v.boolean() }),
  finish: nothing,
  restart: v.strictObject({ mode: v.picklist(['practice', 'exam', 'missed']) }),
  runIt: v.strictObject({ key: name }),
  stepThrough: v.strictObject({
    key: name,
    check: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
  }),
  colors: v.strictObject({ key: name }),
  openQuestion: v.strictObject({ question: name }),
  saveMarkdown: nothing,
};

/** What VS Code keeps of the page, to open the same taking of the quiz again. */
export const quizStateSchema = v.object({
  session: name,
  attempt: v.optional(name),
});
