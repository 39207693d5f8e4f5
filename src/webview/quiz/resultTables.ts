/** What a result is made of, in tables. */
import * as l10n from '@vscode/l10n';
import { language } from '../../core/language.js';
import type { ResultModel, Tally } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import { figure } from '../shared/figures.js';
import { attemptsChart } from './attemptsChart.js';

export function tally(
  caption: string,
  column: string,
  rows: readonly Tally[],
): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  return table(
    caption,
    [column, l10n.t('Points')],
    rows.map(({ name, score, count }) => [name, points(score, count)]),
  );
}

export function history({ history: attempts }: ResultModel): HTMLElement | undefined {
  if (attempts.length === 0) return undefined;
  const shown = attempts.slice(-12);
  const rows = shown.map(({ when, score, count }, index) => [
    figure(index + 1),
    new Date(when).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' }),
    points(score, count),
  ]);
  return element('div', { class: 'history' }, [
    table(l10n.t('Your attempts'), [l10n.t('No.'), l10n.t('When'), l10n.t('Points')], rows),
    shown.length > 1 ? attemptsChart(shown) : undefined,
  ]);
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  return element('table', {}, [
    element('caption', { text: caption }),
    element('thead', {}, [
      element(
        'tr',
        {},
        head.map((text) => element('th', { text, attributes: { scope: 'col' } })),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((text) => element('td', { text })),
        ),
      ),
    ),
  ]);
}

function points(score: number, count: number): string {
  return l10n.t('{0} of {1}', figure(score), figure(count));
}
