/** What a learner chooses for a mixed quiz. */
import * as v from 'valibot';
import { scopeEntries } from '../scope.js';
import type { Scope } from '../scope.js';

/** Milliseconds an item in an exam. */
export const examTime = 90_000;

/** Numbers of items that are offered; any other up to `mostItems` can be typed. */
export const lengths = [10, 20, 40] as const;
export const mostItems = 500;

export interface QuizSetup extends Scope {
  readonly mode: 'practice' | 'exam';
  /** Items, when there are as many. */
  readonly count: number;
  /** Only items whose last answer was not right. */
  readonly onlyMissed: boolean;
}

export const quizSetupSchema: v.GenericSchema<unknown, QuizSetup> = v.strictObject({
  ...scopeEntries,
  mode: v.picklist(['practice', 'exam']),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostItems)),
  onlyMissed: v.boolean(),
});

export const firstQuizSetup: QuizSetup = {
  mode: 'practice',
  topics: [],
  levels: [],
  count: 20,
  onlyMissed: false,
};
