/** What the page of the day is made of. */
import type { Catalog } from '../../core/catalog.js';
import type { Plan } from '../../core/plan.js';
import type { Progress } from '../../core/progress/progress.js';
import type { Day } from '../../core/statistics/days.js';
import type { StatisticsFold } from '../../core/statistics/statisticsFold.js';
import type { ReviewBook } from '../review/reviewBook.js';

export interface TodayParts {
  readonly catalog: Catalog;
  readonly progress: Pick<Progress, 'state'>;
  readonly fold: StatisticsFold;
  readonly today: Day;
  /** Today as `2026-05-31`, where the learner is. */
  readonly date: string;
  readonly plan: Plan | undefined;
  /** Ids of the questions that were in front, the last first. */
  readonly recent: readonly string[];
  readonly due: number;
  /** Read only: a plan changes nothing about when they are asked. */
  readonly cards: Pick<ReviewBook, 'card' | 'outlook'>;
}
