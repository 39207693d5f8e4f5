import { trend } from '../../core/statistics/results.js';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { percent, plural } from '../shared/figures.js';
import { dataTable } from './dataTable.js';
import { fullDay } from './dates.js';

/** How interviews and whole quizzes went: their trend in words, and a table. */
export function resultsOf({
  interviews,
  quizzes,
}: Pick<StatisticsModel, 'interviews' | 'quizzes'>): {
  readonly words: string;
  readonly content: readonly HTMLElement[];
} {
  if (interviews.length + quizzes.length === 0)
    return {
      words:
        'None yet. Mock interviews and whole quizzes are compared here with those before them.',
      content: [],
    };
  const trends = [
    interviews.length > 0 ? `Interviews: ${trendWords(interviews)}` : '',
    quizzes.length > 0 ? `Quizzes: ${trendWords(quizzes)}` : '',
  ];
  const all = [
    ...interviews.map((result) => ({ ...result, title: 'Mock interview' })),
    ...quizzes.map((result) => ({ title: 'Mixed quiz', ...result })),
  ].sort((one, other) => other.day - one.day);
  return {
    words: trends.filter((words) => words !== '').join(' '),
    content: [
      dataTable({
        id: 'table-results',
        caption: 'Interviews and whole quizzes, latest first',
        head: ['Day', 'What', 'Score'],
        rows: () => all.map(({ day, title, share }) => [fullDay(day), title, percent(share)]),
      }),
    ],
  };
}

function trendWords(results: StatisticsModel['interviews']): string {
  const last = percent(results.at(-1)?.share ?? 0);
  const change = trend(results);
  if (change === undefined) return `${last} the first time.`;
  const points = Math.round(100 * Math.abs(change));
  return points === 0
    ? `${last} last, as before.`
    : `${last} last, ${plural(points, 'point')} ${change > 0 ? 'above' : 'below'} the mean before.`;
}
