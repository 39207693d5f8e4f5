import type { Day } from '../../core/statistics/days.js';
import type { WeakQuestion } from '../../protocol/statistics.js';
import { questionHref } from '../../core/questionHref.js';
import { element } from '../shared/dom.js';
import { percent } from '../shared/figures.js';
import { shortDay } from './dates.js';
import { svg } from './svg.js';

/** The questions known least, each a link to it. */
export function weakest(questions: readonly WeakQuestion[], today: Day): HTMLElement {
  return element(
    'ol',
    { class: 'weakest' },
    questions.map((question) =>
      element('li', {}, [
        element('div', { class: 'what' }, [
          element('a', {
            text: question.title,
            attributes: { href: questionHref, 'data-question': question.id },
          }),
          element('span', { class: 'facts', text: facts(question, today) }),
        ]),
        meter(question.strength),
        element('span', { class: 'count' }, [
          element('span', { class: 'visually-hidden', text: 'Strength: ' }),
          percent(question.strength),
        ]),
      ]),
    ),
  );
}

function facts({ topic, tries, misses, last }: WeakQuestion, today: Day): string {
  const when = last === today ? 'today' : last === today - 1 ? 'yesterday' : `on ${shortDay(last)}`;
  const missed =
    misses === tries ? 'missed every time' : `missed ${String(misses)} of ${String(tries)}`;
  return `${topic} · ${missed} · last asked ${when}`;
}

function meter(share: number): SVGElement {
  return svg('svg', { class: 'stack meter', 'aria-hidden': 'true' }, [
    svg('rect', { class: 'left', x: 0, y: 0, width: '100%', height: '100%' }),
    svg('rect', {
      class: share < 0.5 ? 'weak' : 'shaky',
      x: 0,
      y: 0,
      width: `${String(100 * Math.max(0.03, share))}%`,
      height: '100%',
    }),
  ]);
}
