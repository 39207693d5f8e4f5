import * as l10n from '@vscode/l10n';
import type { MeasuredModel } from '../../protocol/exercise.js';
import { dataTable } from '../shared/dataTable.js';
import { element } from '../shared/dom.js';
import { counted, figure } from '../shared/figures.js';
import { html } from '../shared/renderedText.js';
import { legend, measureChart } from './measureChart.js';
import { amountText, growth } from './measuredFigures.js';
import type { Quantity } from './measuredFigures.js';

const titleOf = (quantity: Quantity): string =>
  quantity === 'seconds' ? l10n.t('Time') : l10n.t('Memory');

/** What the learner's code and the approaches cost on this machine. @param measure begins it */
export function measuredView(model: MeasuredModel | undefined, measure: () => void): HTMLElement {
  const isRunning = model?.isRunning === true;
  return element('section', { class: 'measured', attributes: { 'aria-labelledby': 'measured' } }, [
    element('h2', { id: 'measured', text: l10n.t('What they cost') }),
    element('p', {
      class: 'aside',
      text: l10n.t(
        'Your code and the ways above run on growing inputs, with your Python, on this machine.',
      ),
    }),
    element('button', {
      id: 'measure',
      class: 'button secondary',
      text: model ? l10n.t('Measure Again') : l10n.t('Measure'),
      attributes: { type: 'button', ...(isRunning ? { 'aria-disabled': 'true' } : {}) },
      onClick: isRunning ? () => undefined : measure,
    }),
    element('p', { class: 'aside', text: statusOf(model), attributes: { role: 'status' } }),
    ...(model && model.sizes.length > 0 ? figures(model) : []),
    ...(model?.programs ?? [])
      .filter(({ words }) => words !== '')
      .map(({ title, words }) => element('p', { class: 'words', text: `${title}: ${words}` })),
  ]);
}

function statusOf(model: MeasuredModel | undefined): string {
  if (!model) return '';
  const count = model.programs.length;
  if (model.isRunning) return l10n.t('Measuring… done so far: {0}', figure(count));
  return counted(
    count,
    l10n.t('{0} program measured.', figure(count)),
    l10n.t('{0} programs measured.', figure(count)),
  );
}

function figures(model: MeasuredModel): readonly HTMLElement[] {
  return [
    html('div', 'about', model.aboutHtml),
    ...(['seconds', 'bytes'] as const).flatMap((quantity) => [
      element('h3', { text: titleOf(quantity) }),
      measureChart(model, quantity, titleOf(quantity)),
      legend(model.programs),
      dataTable({
        id: `table-${quantity}`,
        caption: l10n.t('{0} by size of the input', titleOf(quantity)),
        head: [l10n.t('Size'), ...model.programs.map(({ title }) => title)],
        rows: () => rowsOf(model, quantity),
      }),
    ]),
  ];
}

function rowsOf(
  { sizes, programs }: MeasuredModel,
  quantity: Quantity,
): readonly (readonly string[])[] {
  return [
    ...sizes.map((size) => [
      figure(size),
      ...programs.map(({ points }) => {
        const point = points.find((each) => each.size === size);
        return point ? amountText(point[quantity], quantity) : '–';
      }),
    ]),
    [
      l10n.t('Grows like'),
      ...programs.map(({ points }) => {
        const power = growth(points, quantity);
        return power === undefined ? '–' : `n^${power.toFixed(1)}`;
      }),
    ],
  ];
}
