import * as l10n from '@vscode/l10n';
import type { WeekRemembered } from '../../core/statistics/retention.js';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { element } from '../shared/dom.js';
import { Chart } from '../shared/chart.js';
import type { Datum, Drawing } from '../shared/chart.js';
import { counted, figure, percent } from '../shared/figures.js';
import { shortDay } from './dates.js';
import { svg } from '../shared/svg.js';

type Retention = StatisticsModel['retention'];

const margin = { left: 44, right: 8, top: 14, bottom: 24 };
const height = 200;

/** What was remembered week by week, against what is aimed at; the larger the dot, the more was asked. */
export function retentionChart(retention: Retention): HTMLElement {
  const chart = new Chart({
    id: 'chart-retention',
    label: l10n.t('Share of reviews remembered by week. Use the arrow keys for each week.'),
    start: retention.weeks.length - 1,
    draw: (width) => draw(retention, width),
  });
  return element('div', {}, [chart.element, legend(retention.target)]);
}

export function wordsOfWeek({ reviewed, remembered }: WeekRemembered): string {
  if (reviewed === 0) return l10n.t('No reviews');
  const share = percent(remembered / reviewed);
  return counted(
    reviewed,
    l10n.t('{0} of {1} review remembered', share, figure(reviewed)),
    l10n.t('{0} of {1} reviews remembered', share, figure(reviewed)),
  );
}

function draw({ weeks, target }: Retention, width: number): Drawing {
  const shares = weeks.flatMap(({ reviewed, remembered }) =>
    reviewed === 0 ? [] : [remembered / reviewed],
  );
  const floor = Math.min(target ?? 1, ...shares) >= 0.6 ? 0.5 : 0;
  const inner = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const step = inner.width / weeks.length;
  const yOf = (share: number): number =>
    margin.top + inner.height * (1 - (share - floor) / (1 - floor));
  const xOf = (index: number): number => margin.left + step * (index + 0.5);
  const most = Math.max(1, ...weeks.map(({ reviewed }) => reviewed));
  const largest = Math.max(2.5, Math.min(6, step * 0.4));
  const labelEvery = Math.ceil(56 / step);
  const nodes: Node[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => {
    const share = floor + part * (1 - floor);
    const y = yOf(share);
    return svg('g', {}, [
      svg('line', {
        class: part === 0 ? 'axis' : 'grid',
        x1: margin.left,
        x2: width - margin.right,
        y1: y,
        y2: y,
      }),
      svg('text', { class: 'tick end', x: margin.left - 8, y: y + 4 }, [percent(share)]),
    ]);
  });
  if (target !== undefined) {
    const y = yOf(target);
    nodes.push(
      svg('line', { class: 'target', x1: margin.left, x2: width - margin.right, y1: y, y2: y }),
    );
  }
  const dots: Node[] = [];
  const runs: string[][] = [[]];
  const data = weeks.map((week, index): Datum => {
    const x = xOf(index);
    const share = week.reviewed === 0 ? floor : week.remembered / week.reviewed;
    const radius =
      week.reviewed === 0 ? 2 : largest * (0.5 + 0.5 * Math.sqrt(week.reviewed / most));
    if (week.reviewed === 0) runs.push([]);
    else {
      runs.at(-1)?.push(`${x} ${yOf(share)}`);
      dots.push(svg('circle', { class: 'dot', cx: x, cy: yOf(share), r: radius }));
    }
    if ((weeks.length - 1 - index) % labelEvery === 0 && x > margin.left + 12)
      nodes.push(
        svg(
          'text',
          {
            class: index === weeks.length - 1 ? 'tick end' : 'tick middle',
            x: index === weeks.length - 1 ? x + step / 2 : x,
            y: height - 6,
          },
          [shortDay(week.week)],
        ),
      );
    return {
      area: { x: margin.left + step * index, y: 0, width: step, height },
      mark: { x: x - radius, y: yOf(share) - radius, width: 2 * radius, height: 2 * radius },
      describe: () => ({
        title: l10n.t('Week of {0}', shortDay(week.week)),
        text: wordsOfWeek(week),
      }),
    };
  });
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run) => svg('path', { class: 'line', d: `M${run.join('L')}` }));
  return { height, nodes: [...nodes, ...lines, ...dots], data };
}

function legend(target: number | undefined): HTMLElement | undefined {
  if (target === undefined) return undefined;
  const sample = (kind: string): SVGElement =>
    svg('svg', { width: 24, height: 12 }, [
      svg('line', { class: kind, x1: 0, x2: 24, y1: 6, y2: 6 }),
    ]);
  return element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, [
    sample('line'),
    l10n.t('Remembered'),
    sample('target'),
    l10n.t('Target {0}', percent(target)),
  ]);
}
