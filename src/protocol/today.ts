/** What the page of the day and the extension host do for each other. */
import * as v from 'valibot';
import type { Plan } from '../core/plan.js';
import type { Streak } from '../core/statistics/activity.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

export interface PathChoice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly questions: number;
}

/** The first choice. */
export interface ChooseModel {
  readonly screen: 'choose';
  /** In the pack's order; empty when no pack has paths. */
  readonly paths: readonly PathChoice[];
  /** As `2026-05-31`. */
  readonly today: string;
  /** A question to begin with, for those who look around. */
  readonly first?: { readonly id: string; readonly title: string };
}

export interface DayModel {
  readonly screen: 'day';
  readonly plan?: {
    readonly title: string;
    readonly read: number;
    readonly questions: number;
    /** Questions a day; 0 when all are read. */
    readonly measure: number;
    /** Days until the interview; left out when there is none. */
    readonly daysLeft?: number;
  };
  /** Until the interview, today first: what is left, spread over them. */
  readonly days?: readonly DayOfPlan[];
  /** Days up to yesterday on which nothing was done. */
  readonly missed?: number;
  readonly readToday: number;
  /** Cards to be asked now. */
  readonly due: number;
  readonly readOn?: { readonly id: string; readonly title: string; readonly topic: string };
  readonly weakest?: {
    readonly packId: string;
    readonly topic: string;
    readonly title: string;
    /** 0 to 1. */
    readonly strength: number;
  };
  readonly streak: Streak;
}

export interface DayOfPlan {
  /** As `2026-05-31`. */
  readonly date: string;
  /** To be read, and the titles of their topics. */
  readonly questions: number;
  readonly topics: readonly string[];
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly minutes: number;
  }[];
  /** Cards that are due, as far as that is foreseen. */
  readonly cards: number;
}

export type TodayModel = ChooseModel | DayModel;

/** Called by the page. */
export interface TodayHost {
  ready(params: Record<string, never>): Promise<TodayModel>;
  choose(params: { readonly plan: Plan }): Promise<TodayModel>;
  /** Back to the first choice. */
  chooseAgain(params: Record<string, never>): Promise<TodayModel>;
  open(params: { readonly question: string; readonly toSide: boolean }): Promise<void>;
  exercise(params: { readonly exercise: string }): Promise<void>;
  review(params: Record<string, never>): Promise<void>;
  quiz(params: { readonly packId: string; readonly topic: string }): Promise<void>;
  interview(params: Record<string, never>): Promise<void>;
  progress(params: Record<string, never>): Promise<void>;
}

/** Called by the host. */
export interface TodayPage {
  /** Something was done, or another day began. */
  show(model: TodayModel): void;
}

const nothing = v.strictObject({});

export const planSchema: v.GenericSchema<unknown, Plan> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('interview'),
    path: name,
    date: v.pipe(v.string(), v.isoDate()),
  }),
  v.strictObject({
    kind: v.literal('learn'),
    path: name,
    perDay: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  }),
  v.strictObject({ kind: v.literal('explore') }),
]);

export const todaySchemas: Schemas<TodayHost> = {
  ready: nothing,
  choose: v.strictObject({ plan: planSchema }),
  chooseAgain: nothing,
  open: v.strictObject({ question: name, toSide: v.boolean() }),
  exercise: v.strictObject({ exercise: name }),
  review: nothing,
  quiz: v.strictObject({ packId: name, topic: name }),
  interview: nothing,
  progress: nothing,
};
