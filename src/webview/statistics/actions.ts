import type { MistakeModel } from '../../protocol/statistics.js';

/** What can be done from the page. */
export interface StatisticsActions {
  readonly startReview: () => void;
  readonly showToday: () => void;
  readonly ask: (mistake: MistakeModel) => void;
}
