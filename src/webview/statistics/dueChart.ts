import * as l10n from '@vscode/l10n';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { Chart } from '../shared/chart.js';
import type { Datum, Drawing } from '../shared/chart.js';
import { counted, figure } from '../shared/figures.js';
import { dayInWeek, shortDay } from './dates.js';
import { svg } from '../shared/svg.js';
import { ticks } from './ticks.js';

const margin = { left: 34, right: 4, top: 14, bottom: 24 };
const height = 190;

/** Cards to review today and on the days to come, a bar a day. */
export function dueChart(model: Pick<StatisticsModel, 'due' | 'today'>): HTMLElement {
  return new Chart({
    id: 'chart-due',
    label: l10n.t('Cards to review by day. Use the arrow keys for each day.'),
    start: 0,
    draw: (width) => draw(model, width),
  }).element;
}

export function dueDay(today: number, index: number): string {
  if (index === 0) return l10n.t('Today');
  return index === 1 ? l10n.t('Tomorrow') : dayInWeek(today + index);
}

/** With its date in any case. */
export function datedDueDay(today: number, index: number): string {
  const date = shortDay(today + index);
  if (index === 0) return l10n.t('Today, {0}', date);
  return index === 1 ? l10n.t('Tomorrow, {0}', date) : dueDay(today, index);
}

function draw({ due, today }: Pick<StatisticsModel, 'due' | 'today'>, width: number): Drawing {
  const values = ticks(Math.max(4, ...due));
  const top = values.at(-1) ?? 1;
  const inner = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const step = inner.width / due.length;
  const bar = Math.max(2, Math.min(step - 2, 22));
  const yOf = (value: number): number => margin.top + inner.height * (1 - value / top);
  const base = yOf(0);
  const labelEvery = step * 7 >= 48 ? 7 : 14;
  const nodes: Node[] = values.map((value) =>
    svg('g', {}, [
      svg('line', {
        class: value === 0 ? 'axis' : 'grid',
        x1: margin.left,
        x2: width - margin.right,
        y1: yOf(value),
        y2: yOf(value),
      }),
      svg('text', { class: 'tick end', x: margin.left - 8, y: yOf(value) + 4 }, [figure(value)]),
    ]),
  );
  const data = due.map((count, index): Datum => {
    const middle = margin.left + step * (index + 0.5);
    const mark = { x: middle - bar / 2, y: yOf(count), width: bar, height: base - yOf(count) };
    if (count > 0)
      nodes.push(svg('path', { class: index === 0 ? 'bar today' : 'bar', d: barPath(mark) }));
    if (index % labelEvery === 0) {
      const label = index === 0 ? l10n.t('Today') : shortDay(today + index);
      const place = index === 0 ? 'tick' : 'tick middle';
      const x = index === 0 ? mark.x : middle;
      nodes.push(svg('text', { class: place, x, y: height - 6 }, [label]));
    }
    return {
      area: { x: margin.left + step * index, y: 0, width: step, height },
      mark,
      describe: () => ({ title: dueDay(today, index), text: toReview(count) }),
    };
  });
  return { height, nodes, data };
}

function toReview(count: number): string {
  return counted(
    count,
    l10n.t('{0} card to review', figure(count)),
    l10n.t('{0} cards to review', figure(count)),
  );
}

/** Rounded above, standing on the axis below. */
function barPath({ x, y, width, height: tall }: Datum['mark']): string {
  const radius = Math.min(3, width / 2, tall);
  return `M${x} ${y + tall}v${radius - tall}q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}v${tall - radius}z`;
}
