import * as l10n from '@vscode/l10n';
import { listed } from '../../core/lists.js';
import type { ResultModel } from '../../protocol/quiz.js';
import { figure, percent } from '../shared/figures.js';

type Attempt = ResultModel['history'][number];

const namespace = 'http://www.w3.org/2000/svg';
/** In units of the drawing, which fits itself to its place. */
const size = { height: 84, top: 6, bottom: 68, left: 34, bar: 14, gap: 8 } as const;

/** A bar for each attempt, the oldest first; the table beside it says the same in numbers. */
export function attemptsChart(attempts: readonly Attempt[]): SVGSVGElement {
  const shares = attempts.map(({ score, count }) => (count === 0 ? 0 : score / count));
  const width = size.left + attempts.length * (size.bar + size.gap) + size.gap;
  const svg = draw('svg', {
    class: 'chart',
    viewBox: `0 0 ${width} ${size.height}`,
    width,
    height: size.height,
    role: 'img',
    'aria-label': l10n.t(
      'Points of your last {0} attempts: {1}',
      figure(attempts.length),
      listed(shares.map(percent)),
    ),
  });
  for (const level of [0, 0.5, 1]) {
    const y = heightOf(level);
    svg.append(
      draw('line', { class: 'grid', x1: size.left, x2: width, y1: y, y2: y }),
      draw('text', { x: size.left - 6, y: y + 3.5, 'text-anchor': 'end' }, percent(level)),
    );
  }
  shares.forEach((share, index) => {
    const x = size.left + size.gap + index * (size.bar + size.gap);
    const y = Math.min(heightOf(share), size.bottom - 1);
    const latest = index === shares.length - 1;
    svg.append(
      draw('rect', {
        class: latest ? 'bar latest' : 'bar',
        x,
        y,
        width: size.bar,
        height: size.bottom - y,
        rx: 1,
      }),
      draw(
        'text',
        { x: x + size.bar / 2, y: size.height - 3, 'text-anchor': 'middle' },
        figure(index + 1),
      ),
    );
  });
  return svg;
}

function heightOf(share: number): number {
  return size.bottom - share * (size.bottom - size.top);
}

function draw<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): SVGElementTagNameMap[K] {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.textContent = text;
  return node;
}
