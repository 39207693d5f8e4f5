/** What the interview page and the extension host do for each other. A model answer comes only when it is asked for. */
import * as v from 'valibot';
import { setupSchema } from '../core/interview/plan.js';
import type { Setup } from '../core/interview/plan.js';
import { notesLimit } from '../core/interview/sessionSchema.js';
import type { Mark } from '../core/interview/sessionSchema.js';
import type { Level } from '../core/pack/pack.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';
import type { TopicChoice } from './topicChoice.js';

/** How many questions there are of a topic and level. */
export interface PoolCount {
  readonly topic: string;
  readonly level: Level;
  readonly count: number;
}

export interface StartModel {
  readonly screen: 'start';
  /** What was chosen last. */
  readonly setup: Setup;
  readonly topics: readonly TopicChoice[];
  readonly pool: readonly PoolCount[];
  /** An interview that waits to be gone on with. */
  readonly unfinished?: {
    /** ISO 8601. */
    readonly startedAt: string;
    /** 0-based. */
    readonly index: number;
    readonly count: number;
  };
}

/** Texts ending in `Html` are safe HTML, all others plain. */
export interface PointModel {
  readonly group: string;
  readonly html: string;
  readonly mark: Mark | null;
}

export interface Told {
  readonly answerHtml: string;
  readonly points: readonly PointModel[];
}

export interface TurnModel {
  readonly screen: 'turn';
  readonly session: string;
  /** Names what is asked, in the page's messages. */
  readonly key: string;
  /** 0-based: the question, and the turn of it; turn 0 is the question itself. */
  readonly index: number;
  readonly count: number;
  readonly turn: number;
  readonly turns: number;
  readonly title: string;
  /** For a follow-up. */
  readonly askHtml?: string;
  /** Topic and level in words. */
  readonly about: string;
  readonly notes: string;
  /** Milliseconds since 1970. */
  readonly editedAt: number;
  readonly paused: boolean;
  /** Milliseconds of answering. */
  readonly spent: { readonly question: number; readonly whole: number };
  readonly share: number;
  readonly limit: number;
  /** What *Next* leads to. */
  readonly then: 'followUp' | 'question' | 'report';
  readonly told?: Told;
}

export interface ReportLink {
  readonly id: string;
  readonly title: string;
  /** 0 to 1; left out when nothing was rated. */
  readonly score?: number;
}

export interface ReportTurnModel {
  readonly askHtml?: string;
  readonly notes: string;
  readonly told: boolean;
  readonly points: readonly PointModel[];
}

export interface ReportQuestionModel extends ReportLink {
  readonly seconds: number;
  readonly turns: readonly ReportTurnModel[];
}

export interface ReportModel {
  readonly screen: 'report';
  readonly session: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Seconds of answering: used, planned, and planned for one question. */
  readonly seconds: number;
  readonly planned: number;
  readonly share: number;
  readonly planCount: number;
  readonly score?: number;
  readonly byGroup: readonly {
    readonly group: string;
    readonly score: number;
    readonly count: number;
  }[];
  readonly strengths: readonly ReportLink[];
  readonly readAgain: readonly ReportLink[];
  readonly questions: readonly ReportQuestionModel[];
}

export type InterviewModel = StartModel | TurnModel | ReportModel;

type Nothing = Record<string, never>;

/** Called by the page. Those that answer with a model say what to show next. */
export interface InterviewHost {
  /** When the page has loaded. */
  ready(params: Nothing): Promise<InterviewModel>;
  start(params: { readonly setup: Setup }): Promise<InterviewModel>;
  /** Goes on with the interview that waits. */
  resume(params: Nothing): Promise<InterviewModel>;
  /** Ends the interview that waits, and shows its report. */
  endUnfinished(params: Nothing): Promise<InterviewModel>;
  /** While the learner types, at most a second after; resolves when it is stored. */
  note(params: { readonly key: string; readonly text: string }): Promise<void>;
  showAnswer(params: { readonly key: string }): Promise<InterviewModel>;
  /** Resolves when it is stored. */
  mark(params: {
    readonly key: string;
    readonly point: number;
    readonly value: Mark;
  }): Promise<void>;
  next(params: { readonly key: string }): Promise<InterviewModel>;
  pause(params: { readonly paused: boolean }): Promise<InterviewModel>;
  /** The journal has the interview before its report is told. */
  finish(params: Nothing): Promise<InterviewModel>;
  /** From a report to the choice of another interview. */
  another(params: Nothing): Promise<InterviewModel>;
  openQuestion(params: { readonly question: string }): Promise<void>;
  saveReport(params: Nothing): Promise<void>;
}

/** Called by the host. */
export interface InterviewPage {
  show(model: InterviewModel): void;
}

const nothing = v.strictObject({});

export const interviewSchemas: Schemas<InterviewHost> = {
  ready: nothing,
  start: v.strictObject({ setup: setupSchema }),
  resume: nothing,
  endUnfinished: nothing,
  note: v.strictObject({ key: name, text: v.pipe(v.string(), v.maxLength(notesLimit)) }),
  showAnswer: v.strictObject({ key: name }),
  mark: v.strictObject({
    key: name,
    point: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
    value: v.picklist([0, 1, 2]),
  }),
  next: v.strictObject({ key: name }),
  pause: v.strictObject({ paused: v.boolean() }),
  finish: nothing,
  another: nothing,
  openQuestion: v.strictObject({ question: name }),
  saveReport: nothing,
};

/** What VS Code keeps of the page across reloads, as the host reads it. */
export const interviewStateSchema = v.object({ session: name });
