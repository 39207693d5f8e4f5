import * as l10n from '@vscode/l10n';
import type { DayActivity } from '../../core/statistics/activity.js';
import { weekOf } from '../../core/statistics/days.js';
import type { Day } from '../../core/statistics/days.js';
import type { StatisticsModel } from '../../protocol/statistics.js';
import { element } from '../shared/dom.js';
import { Chart } from '../shared/chart.js';
import type { Datum, Drawing } from '../shared/chart.js';
import { counted, figure } from '../shared/figures.js';
import { fullDay, isFirstWeekOfMonth, monthOf, weekdayOf } from './dates.js';
import { svg } from '../shared/svg.js';

type Year = Pick<StatisticsModel, 'activity' | 'today'>;

const weeks = 53;
const left = 32;
const top = 18;
/** Below this width the year stands in two rows of half a year. */
const wide = 560;

/** A year of days, a column a week; the more was done, the stronger the color. */
export function heatMap(year: Year): HTMLElement {
  const first = weekOf(year.today) - (weeks - 1) * 7;
  const levels = levelsOf(year);
  const chart = new Chart({
    id: 'chart-year',
    label: l10n.t('What you did on each day of the last year. Use the arrow keys for each day.'),
    start: year.today - first,
    across: 7,
    draw: (width) => draw(year, first, levels, width),
  });
  return element('div', {}, [chart.element, legend()]);
}

export function totalOf(day: DayActivity | undefined): number {
  if (!day) return 0;
  const { reviews, answers, reads, notes, interviews, exercises } = day;
  return reviews + answers + reads + notes + interviews + exercises;
}

export function wordsOf(day: DayActivity | undefined): string {
  if (!day || totalOf(day) === 0) return l10n.t('Nothing');
  const parts: readonly (readonly [count: number, one: string, other: string])[] = [
    [
      day.reviews,
      l10n.t('{0} review', figure(day.reviews)),
      l10n.t('{0} reviews', figure(day.reviews)),
    ],
    [
      day.answers,
      l10n.t('{0} answer', figure(day.answers)),
      l10n.t('{0} answers', figure(day.answers)),
    ],
    [
      day.reads,
      l10n.t('{0} question read', figure(day.reads)),
      l10n.t('{0} questions read', figure(day.reads)),
    ],
    [day.notes, l10n.t('{0} note', figure(day.notes)), l10n.t('{0} notes', figure(day.notes))],
    [
      day.interviews,
      l10n.t('{0} interview', figure(day.interviews)),
      l10n.t('{0} interviews', figure(day.interviews)),
    ],
    [
      day.exercises,
      l10n.t('{0} exercise solved', figure(day.exercises)),
      l10n.t('{0} exercises solved', figure(day.exercises)),
    ],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, other]) => counted(count, one, other))
    .join(', ');
}

/** The counts from which each stronger color begins: quarters of the days on which something was done. */
function levelsOf({ activity }: Year): (count: number) => number {
  const counts = activity.map(([, day]) => totalOf(day)).sort((one, other) => one - other);
  const at = (share: number): number => counts[Math.floor(counts.length * share)] ?? 1;
  const bounds = [at(0.25), at(0.5), at(0.8)];
  return (count) => (count === 0 ? 0 : 1 + bounds.filter((bound) => count > bound).length);
}

function draw(
  { activity, today }: Year,
  first: Day,
  levelOf: (count: number) => number,
  width: number,
): Drawing {
  const rows = width < wide ? 2 : 1;
  const perRow = Math.ceil(weeks / rows);
  const pitch = Math.min(17, (width - left) / perRow);
  const gap = pitch > 9 ? 3 : 2;
  const rowHeight = top + pitch * 7 + 8;
  const byDay = new Map(activity);
  const nodes: Node[] = [];
  const data: Datum[] = [];
  for (let day = first; day <= today; day++) {
    const week = Math.floor((day - first) / 7);
    const weekday = (day - first) % 7;
    const row = Math.floor(week / perRow);
    const area = {
      x: left + (week % perRow) * pitch,
      y: row * rowHeight + top + weekday * pitch,
      width: pitch,
      height: pitch,
    };
    const mark = { ...area, width: pitch - gap, height: pitch - gap };
    const done = byDay.get(day);
    const level = levelOf(totalOf(done));
    const now = day === today ? ' now' : '';
    nodes.push(
      svg('rect', { class: `cell level-${level}${now}`, rx: Math.min(2, pitch / 5), ...mark }),
    );
    data.push({ area, mark, describe: () => ({ title: fullDay(day), text: wordsOf(done) }) });
    const atEdge = weekday === 0 && isFirstWeekOfMonth(day);
    // A name at the very end would be cut off.
    if (atEdge && (week % perRow) * pitch < perRow * pitch - 24)
      nodes.push(svg('text', { class: 'tick', x: area.x, y: area.y - 6 }, [monthOf(day)]));
    if (week % perRow === 0 && weekday % 2 === 0 && weekday < 6)
      nodes.push(
        svg('text', { class: 'tick end', x: left - 6, y: area.y + pitch / 2 + 3 }, [
          weekdayOf(day),
        ]),
      );
  }
  return { height: rows * rowHeight, nodes, data };
}

function legend(): HTMLElement {
  const cell = (level: number): SVGElement =>
    svg('svg', { width: 12, height: 12, viewBox: '0 0 12 12' }, [
      svg('rect', { class: `cell level-${level}`, x: 0.5, y: 0.5, width: 11, height: 11, rx: 2 }),
    ]);
  return element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, [
    l10n.t({ message: 'Less', comment: ['The pale end of a scale of colors: less was done'] }),
    ...[0, 1, 2, 3, 4].map(cell),
    l10n.t({ message: 'More', comment: ['The strong end of a scale of colors: more was done'] }),
  ]);
}
