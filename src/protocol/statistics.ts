/** What the progress page and the extension host do for each other: the host counts, the page draws. */
import * as v from 'valibot';
import type { DayActivity, Streak } from '../core/statistics/activity.js';
import type { Day } from '../core/statistics/days.js';
import type { Remembered, WeekRemembered } from '../core/statistics/retention.js';
import { name } from './name.js';
import type { Schemas } from './rpc.js';

export interface TopicMastery {
  readonly title: string;
  readonly total: number;
  /** Read, but not mastered. */
  readonly read: number;
  readonly mastered: number;
}

export interface WeakQuestion {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  /** 0 to 1. */
  readonly strength: number;
  readonly tries: number;
  readonly misses: number;
  readonly last: Day;
}

/** A quiz item that was missed. The texts are plain. */
export interface MistakeModel {
  readonly quiz: string;
  readonly item: string;
  readonly question: string;
  /** Of the question. */
  readonly title: string;
  readonly asked: string;
  readonly why: string;
  readonly misses: number;
  readonly missedOn: Day;
  /** It was right since. */
  readonly isMended: boolean;
  /** When it is asked again; left out when nothing says. */
  readonly again?: Day;
}

/** How something went, the oldest first. */
export interface ResultModel {
  readonly day: Day;
  /** 0 to 1. */
  readonly share: number;
  /** Left out for an interview, and for a mixed quiz. */
  readonly title?: string;
}

/** Aggregates only: its size does not grow with the journal. */
export interface StatisticsModel {
  readonly today: Day;
  /** Cards to be asked today and on each of the next 30 days, within the learner's limits; empty without reviews. */
  readonly due: readonly number[];
  readonly streak: Streak;
  /** The days of the last year on which something was done, in order. */
  readonly activity: readonly (readonly [Day, DayActivity])[];
  readonly topics: readonly TopicMastery[];
  readonly retention: {
    /** 0 to 1; left out while nothing schedules reviews. */
    readonly target?: number;
    /** The last 30 days. */
    readonly recent: Remembered;
    readonly weeks: readonly WeekRemembered[];
  };
  /** The weakest first. */
  readonly weakest: readonly WeakQuestion[];
  readonly interviews: readonly ResultModel[];
  readonly quizzes: readonly ResultModel[];
  /** At most 50, those that still stand first. */
  readonly mistakes: readonly MistakeModel[];
}

/** Called by the page. */
export interface StatisticsHost {
  /** The page is there and wants its model; later ones come by themselves. */
  ready(params: Record<string, never>): Promise<StatisticsModel>;
  open(params: { readonly question: string; readonly toSide: boolean }): Promise<void>;
  startReview(params: Record<string, never>): Promise<void>;
  /** Leads a newcomer to what to do now. */
  showToday(params: Record<string, never>): Promise<void>;
  /** Asks a missed item again. */
  ask(params: {
    readonly question: string;
    readonly quiz: string;
    readonly item: string;
  }): Promise<void>;
}

/** Called by the host. */
export interface StatisticsPage {
  /** The journal, the packs or the day changed. */
  show(model: StatisticsModel): void;
}

export const statisticsSchemas: Schemas<StatisticsHost> = {
  ready: v.strictObject({}),
  open: v.strictObject({ question: name, toSide: v.boolean() }),
  startReview: v.strictObject({}),
  showToday: v.strictObject({}),
  ask: v.strictObject({ question: name, quiz: name, item: name }),
};
