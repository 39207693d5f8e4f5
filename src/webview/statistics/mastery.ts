import type { TopicMastery } from '../../protocol/statistics.js';
import { element } from '../shared/dom.js';
import { svg } from './svg.js';

/** A bar a topic: what is mastered, what was read, what is left. The figures stand beside it. */
export function mastery(topics: readonly TopicMastery[]): HTMLElement {
  return element('div', {}, [
    element('ul', { class: 'topics' }, topics.map(row)),
    element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, [
      swatch('mastered'),
      'Mastered',
      swatch('read'),
      'Read',
      swatch('left'),
      'Not read yet',
    ]),
  ]);
}

function row({ title, total, read, mastered }: TopicMastery): HTMLElement {
  const share = (count: number): string => `${String((100 * count) / total)}%`;
  const part = (kind: string, from: number, count: number): SVGElement | undefined =>
    count === 0
      ? undefined
      : svg('rect', { class: kind, x: share(from), y: 0, width: share(count), height: '100%' });
  const edge = (at: number): SVGElement | undefined =>
    at === 0 || at === total
      ? undefined
      : svg('line', { class: 'edge', x1: share(at), x2: share(at), y1: 0, y2: '100%' });
  return element('li', {}, [
    element('span', { class: 'topic', text: title }),
    svg('svg', { class: 'stack', 'aria-hidden': 'true' }, [
      svg('rect', { class: 'left', x: 0, y: 0, width: '100%', height: '100%' }),
      part('mastered', 0, mastered),
      part('read', mastered, read),
      edge(mastered),
      edge(mastered + read),
    ]),
    element('span', { class: 'count' }, [
      `${String(mastered)} of ${String(total)} mastered`,
      element('span', { class: 'visually-hidden', text: `, ${String(read)} more read` }),
    ]),
  ]);
}

function swatch(kind: string): SVGElement {
  return svg('svg', { class: 'stack swatch', width: 12, height: 12 }, [
    svg('rect', { class: kind, x: 0, y: 0, width: '100%', height: '100%' }),
  ]);
}
