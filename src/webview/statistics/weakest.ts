import * as l10n from '@vscode/l10n';
import type { Day } from '../../core/statistics/days.js';
import type { WeakQuestion } from '../../protocol/statistics.js';
import { questionHref } from '../../core/questionHref.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { figure, percent } from '../shared/figures.js';
import { shortDay } from './dates.js';
import { svg } from '../shared/svg.js';

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
            attributes: { href: questionHref, 'data-question': question.id, ...ofContent },
          }),
          element('span', { class: 'facts' }, [
            element('span', { text: question.topic, attributes: ofContent }),
            ` · ${facts(question, today)}`,
          ]),
        ]),
        meter(question.strength),
        element('span', { class: 'count' }, [
          element('span', { class: 'visually-hidden', text: l10n.t('Strength:') }),
          ' ',
          percent(question.strength),
        ]),
      ]),
    ),
  );
}

function facts({ tries, misses, last }: WeakQuestion, today: Day): string {
  const missed =
    misses === tries
      ? l10n.t('missed every time')
      : l10n.t('missed {0} of {1}', figure(misses), figure(tries));
  return `${missed} · ${lastAsked(last, today)}`;
}

function lastAsked(last: Day, today: Day): string {
  if (last === today) return l10n.t('last asked today');
  return last === today - 1
    ? l10n.t('last asked yesterday')
    : l10n.t('last asked on {0}', shortDay(last));
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
