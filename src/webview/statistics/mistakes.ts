import { questionHref } from '../../core/questionHref.js';
import type { Day } from '../../core/statistics/days.js';
import type { MistakeModel } from '../../protocol/statistics.js';
import { element } from '../shared/dom.js';
import { plural } from '../shared/figures.js';
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
            element('span', { text: mistake.asked }),
            element('span', { class: 'facts', text: factsOf(mistake, today) }),
          ]),
          element('p', { text: mistake.why }),
          element('p', { class: 'facts' }, [
            'Taught in ',
            element('a', {
              text: mistake.title,
              attributes: { href: questionHref, 'data-question': mistake.question },
            }),
          ]),
          element('button', {
            class: 'button secondary',
            text: 'Ask Me Again',
            attributes: { type: 'button', 'aria-label': `Ask me again: ${mistake.asked}` },
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
  const missed = `missed ${plural(misses, 'time')}, last ${missedOn === today ? 'today' : shortDay(missedOn)}`;
  const next =
    again === undefined
      ? ''
      : again <= today
        ? 'comes again today'
        : `comes again ${again === today + 1 ? 'tomorrow' : shortDay(again)}`;
  return [missed, isMended ? 'right since' : '', next].filter((part) => part !== '').join(' · ');
}
