import * as l10n from '@vscode/l10n';
import type { TopicMastery } from '../../protocol/statistics.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { figure } from '../shared/figures.js';
import { svg } from '../shared/svg.js';

/** A bar a topic: what is mastered, what was read, what is left. The figures stand beside it. */
export function mastery(topics: readonly TopicMastery[]): HTMLElement {
  return element('div', {}, [
    element('ul', { class: 'topics' }, topics.map(row)),
    element('p', { class: 'legend', attributes: { 'aria-hidden': 'true' } }, [
      swatch('mastered'),
      l10n.t('Mastered'),
      swatch('read'),
      readWord(),
      swatch('left'),
      l10n.t('Not read yet'),
    ]),
  ]);
}

/** Of questions that were read. */
export function readWord(): string {
  return l10n.t({ message: 'Read', comment: ['Of questions that were read'] });
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
    element('span', { class: 'topic', text: title, attributes: ofContent }),
    svg('svg', { class: 'stack', 'aria-hidden': 'true' }, [
      svg('rect', { class: 'left', x: 0, y: 0, width: '100%', height: '100%' }),
      part('mastered', 0, mastered),
      part('read', mastered, read),
      edge(mastered),
      edge(mastered + read),
    ]),
    element('span', { class: 'count' }, [
      l10n.t('{0} of {1} mastered', figure(mastered), figure(total)),
      element('span', {
        class: 'visually-hidden',
        text: l10n.t({
          message: ', {0} more read',
          args: [figure(read)],
          comment: ['Goes on from “{0} of {1} mastered”'],
        }),
      }),
    ]),
  ]);
}

function swatch(kind: string): SVGElement {
  return svg('svg', { class: 'stack swatch', width: 12, height: 12 }, [
    svg('rect', { class: kind, x: 0, y: 0, width: '100%', height: '100%' }),
  ]);
}
