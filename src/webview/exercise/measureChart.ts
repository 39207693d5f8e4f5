import * as l10n from '@vscode/l10n';
import type { MeasuredModel, MeasuredProgram } from '../../protocol/exercise.js';
import { Chart } from '../shared/chart.js';
import type { Datum, Drawing } from '../shared/chart.js';
import { element } from '../shared/dom.js';
import { figure } from '../shared/figures.js';
import { svg } from '../shared/svg.js';
import { logScale } from './logScale.js';
import { amountText } from './measuredFigures.js';
import type { Quantity } from './measuredFigures.js';

const margin = { left: 56, right: 16, top: 12, bottom: 24 };
const height = 220;
/** Programs from there on wear the looks of the first ones again. */
const looks = 6;

/** What each program took by the size of its input, both axes by powers of ten: a straight line is a power. */
export function measureChart(
  { sizes, programs }: Pick<MeasuredModel, 'sizes' | 'programs'>,
  quantity: Quantity,
  label: string,
): HTMLElement {
  const chart = new Chart({
    id: `chart-${quantity}`,
    label: l10n.t('{0} by size of the input. Use the arrow keys for each size.', label),
    start: sizes.length - 1,
    draw: (width) => draw(sizes, programs, quantity, width),
  });
  return chart.element;
}

/** Which line is whose. */
export function legend(programs: readonly MeasuredProgram[]): HTMLElement {
  const parts = programs.flatMap(({ title }, at) => [
    svg('svg', { width: 24, height: 12 }, [
      svg('line', { class: `series series-${String(at % looks)}`, x1: 0, x2: 24, y1: 6, y2: 6 }),
    ]),
    title,
  ]);
  return element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, parts);
}

function draw(
  sizes: readonly number[],
  programs: readonly MeasuredProgram[],
  quantity: Quantity,
  width: number,
): Drawing {
  const inner = {
    width: Math.max(1, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const amounts = logScale(
    programs.flatMap(({ points }) => points.map((point) => point[quantity])),
  );
  const [first = 1] = sizes;
  const last = sizes.at(-1) ?? first;
  const xOf = (size: number): number =>
    margin.left + inner.width * (Math.log(size / first) / Math.log(last / first));
  const yOf = (amount: number): number => margin.top + inner.height * (1 - amounts.place(amount));
  const grid = amounts.decades.map((decade, at) => {
    const y = yOf(decade);
    return svg('g', {}, [
      svg('line', {
        class: at === 0 ? 'axis' : 'grid',
        x1: margin.left,
        x2: width - margin.right,
        y1: y,
        y2: y,
      }),
      svg('text', { class: 'tick end', x: margin.left - 8, y: y + 4 }, [
        amountText(decade, quantity),
      ]),
    ]);
  });
  const below = sizes.map((size, at) => {
    const place = at === 0 ? '' : at === sizes.length - 1 ? ' end' : ' middle';
    return svg('text', { class: `tick${place}`, x: xOf(size), y: height - 6 }, [figure(size)]);
  });
  const lines = programs.flatMap(({ points }, at) => {
    const look = String(at % looks);
    const places = points.map((point) => [xOf(point.size), yOf(point[quantity])] as const);
    return [
      svg('path', {
        class: `series series-${look}`,
        d: places.map(([x, y], step) => `${step === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
      }),
      ...places.map(([x, y]) => svg('circle', { class: `mark mark-${look}`, cx: x, cy: y, r: 4 })),
    ];
  });
  const data = sizes.map((size, at): Datum => {
    const x = xOf(size);
    const from = at === 0 ? 0 : (xOf(sizes[at - 1] ?? size) + x) / 2;
    const to = at === sizes.length - 1 ? width : (x + xOf(sizes[at + 1] ?? size)) / 2;
    return {
      area: { x: from, y: 0, width: to - from, height },
      mark: { x: x - 5, y: margin.top, width: 10, height: inner.height },
      describe: () => ({
        title: figure(size),
        text: programs.map((program) => described(program, size, quantity)).join('; '),
      }),
    };
  });
  return { height, nodes: [...grid, ...below, ...lines], data };
}

function described({ title, points }: MeasuredProgram, size: number, quantity: Quantity): string {
  const point = points.find((each) => each.size === size);
  return `${title} ${point ? amountText(point[quantity], quantity) : l10n.t('not measured')}`;
}
