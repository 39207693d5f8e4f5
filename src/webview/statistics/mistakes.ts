import * as l10n from '@vscode/l10n';
import { questionHref } from '../../core/questionHref.js';
import type { Day } from '../../core/statistics/days.js';
import type { MistakeModel } from '../../protocol/statistics.js';
import { ofContent } from '../shared/content.js';
import { element } from '../shared/dom.js';
import { counted, figure } from '../shared/figures.js';
import { withElements } from '../shared/sentence.js';
import type { StatisticsActions } from './actions.js';
import { shortDay } from './dates.js';

/** The notebook: every item missed, why it is so, and when it comes again. */
export function mistakes(
  all: readonly MistakeModel[],
  today: Day,
  { ask }: StatisticsActions,
): HTMLElement {
  return element(
    'ol',
    { class: 'mistakes' },
    all.map((mistake) =>
      element('li', {}, [
        element('details', {}, [
          element('summary', {}, [
            element('span', { text: mistake.asked, attributes: ofContent }),
            element('span', { class: 'facts', text: factsOf(mistake, today) }),
          ]),
          element('p', { text: mistake.why, attributes: ofContent }),
          element(
            'p',
            { class: 'facts' },
            withElements(l10n.t('Taught in {0}'), [
              element('a', {
                text: mistake.title,
                attributes: {
                  href: questionHref,
                  'data-question': mistake.question,
                  ...ofContent,
                },
              }),
            ]),
          ),
          element('button', {
            class: 'button secondary',
            text: l10n.t('Ask Me Again'),
            attributes: {
              type: 'button',
              'aria-label': l10n.t('Ask me again: {0}', mistake.asked),
            },
            onClick: () => {
              ask(mistake);
            },
          }),
        ]),
      ]),
    ),
  );
}

function factsOf({ misses, missedOn, isMended, again }: MistakeModel, today: Day): string {
  const times = counted(
    misses,
    l10n.t('{0} time', figure(misses)),
    l10n.t('{0} times', figure(misses)),
  );
  const missed =
    missedOn === today
      ? l10n.t('missed {0}, last today', times)
      : l10n.t('missed {0}, last {1}', times, shortDay(missedOn));
  return [missed, isMended ? l10n.t('right since') : '', nextWords(again, today)]
    .filter((part) => part !== '')
    .join(' · ');
}

function nextWords(again: Day | undefined, today: Day): string {
  if (again === undefined) return '';
  if (again <= today) return l10n.t('comes again today');
  return again === today + 1
    ? l10n.t('comes again tomorrow')
    : l10n.t('comes again {0}', shortDay(again));
}
