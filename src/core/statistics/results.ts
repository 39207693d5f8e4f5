/** How interviews and whole quizzes went, one after another. */
import type { LearningEvent } from '../progress/event.js';
import { isWhole } from '../quiz/sessionIds.js';
import type { Day } from './days.js';

export interface Result {
  readonly day: Day;
  /** 0 to 1. */
  readonly share: number;
  /** Its id, or that of the mix; left out for an interview. */
  readonly quiz?: string;
}

/** So many of each kind are kept. */
const most = 12;

export class Results {
  readonly interviews: Result[] = [];
  readonly quizzes: Result[] = [];

  apply(event: LearningEvent, day: Day): void {
    if (event.kind === 'interviewed') {
      const points = event.questions.flatMap((question) => question.points);
      const sum = points.reduce((total, { rating }) => total + rating, 0);
      if (points.length > 0) add(this.interviews, { day, share: sum / (2 * points.length) });
    } else if (event.kind === 'quizFinished' && event.items > 0 && isWhole(event.quiz)) {
      add(this.quizzes, { day, share: event.score, quiz: event.quiz });
    }
  }
}

/** By how much the last differs from the mean of those before it, from -1 to 1; undefined for the first. */
export function trend(results: readonly Pick<Result, 'share'>[]): number | undefined {
  const before = results.slice(0, -1);
  const last = results.at(-1);
  if (!last || before.length === 0) return undefined;
  return last.share - before.reduce((sum, { share }) => sum + share, 0) / before.length;
}

function add(results: Result[], result: Result): void {
  results.push(result);
  if (results.length > most) results.shift();
}
