/** What the page on which a mixed quiz is set up and the extension host do for each other. */
import * as v from 'valibot';
import type { Level } from '../core/pack/pack.js';
import { quizSetupSchema } from '../core/quiz/setup.js';
import type { QuizSetup } from '../core/quiz/setup.js';
import type { Schemas } from './rpc.js';
import type { TopicChoice } from './topicChoice.js';

/** How many items there are of a topic and level. */
export interface ItemCount {
  /** Its key. */
  readonly topic: string;
  readonly level: Level;
  readonly count: number;
  /** Of these, how many were not right the last time. */
  readonly missed: number;
}

export interface QuizSetupModel {
  /** What was chosen last. */
  readonly setup: QuizSetup;
  /** Those that quizzes ask about. */
  readonly topics: readonly TopicChoice[];
  readonly pool: readonly ItemCount[];
  /** A mixed quiz that waits to be gone on with. */
  readonly unfinished?: {
    /** 0-based. */
    readonly index: number;
    readonly count: number;
  };
}

/** Called by the page. */
export interface QuizSetupHost {
  /** When the page has loaded. */
  ready(params: Record<string, never>): Promise<QuizSetupModel>;
  /** Begins the quiz in a panel of its own; this page goes. */
  start(params: { readonly setup: QuizSetup }): Promise<void>;
  /** Goes on with the one that waits; this page goes. */
  resume(params: Record<string, never>): Promise<void>;
}

/** Called by the host. */
export interface QuizSetupPage {
  /** The packs changed, or what was missed. */
  show(model: QuizSetupModel): void;
}

const nothing = v.strictObject({});

export const quizSetupSchemas: Schemas<QuizSetupHost> = {
  ready: nothing,
  start: v.strictObject({ setup: quizSetupSchema }),
  resume: nothing,
};
