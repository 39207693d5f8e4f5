import * as l10n from '@vscode/l10n';
import { trend } from '../../core/statistics/results.js';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { counted, figure, percent } from '../shared/figures.js';
import { dataTable } from '../shared/dataTable.js';
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
      words: l10n.t(
        'None yet. Mock interviews and whole quizzes are compared here with those before them.',
      ),
      content: [],
    };
  const trends = [
    interviews.length > 0 ? l10n.t('Interviews: {0}', trendWords(interviews)) : '',
    quizzes.length > 0 ? l10n.t('Quizzes: {0}', trendWords(quizzes)) : '',
  ];
  const all = [
    ...interviews.map((result) => ({ ...result, title: l10n.t('Mock interview') })),
    ...quizzes.map(({ title, ...result }) => ({
      ...result,
      title:
        title === undefined
          ? l10n.t('Mixed quiz')
          : element('span', { text: title, attributes: ofContent }),
    })),
  ].sort((one, other) => other.day - one.day);
  return {
    words: trends.filter((words) => words !== '').join(' '),
    content: [
      dataTable({
        id: 'table-results',
        caption: l10n.t('Interviews and whole quizzes, latest first'),
        head: [l10n.t('Day'), l10n.t('What'), l10n.t('Score')],
        rows: () => all.map(({ day, title, share }) => [fullDay(day), title, percent(share)]),
      }),
    ],
  };
}

function trendWords(results: StatisticsModel['interviews']): string {
  const last = percent(results.at(-1)?.share ?? 0);
  const change = trend(results);
  if (change === undefined) return l10n.t('{0} the first time.', last);
  const points = Math.round(100 * Math.abs(change));
  if (points === 0) return l10n.t('{0} last, as before.', last);
  return change > 0
    ? counted(
        points,
        l10n.t('{0} last, {1} point above the mean before.', last, figure(points)),
        l10n.t('{0} last, {1} points above the mean before.', last, figure(points)),
      )
    : counted(
        points,
        l10n.t('{0} last, {1} point below the mean before.', last, figure(points)),
        l10n.t('{0} last, {1} points below the mean before.', last, figure(points)),
      );
}
