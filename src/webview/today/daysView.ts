/** The days until the interview, folded away: what is planned for each. */
import * as l10n from '@vscode/l10n';
import { language } from '../../core/language.js';
import type { DayModel, DayOfPlan } from '../../protocol/today.js';
import { cardCount, dayCount, minuteCount, questionCount } from '../shared/counts.js';
import { element } from '../shared/dom.js';
import { paragraph } from '../shared/sentence.js';

export function daysView({ days, missed = 0 }: DayModel): HTMLElement | undefined {
  if (!days) return undefined;
  return element('details', { class: 'days' }, [
    element('summary', { text: l10n.t('The plan: {0}', dayCount(days.length)) }),
    element('p', {
      class: 'hint',
      text: paragraph([
        missed > 0
          ? l10n.t('Nothing was done for {0}: it is spread over the days left.', dayCount(missed))
          : '',
        l10n.t('It is made anew each day, and changes nothing about when cards are asked.'),
      ]),
    }),
    element('ol', {}, days.map(dayRow)),
  ]);
}

function dayRow(day: DayOfPlan): HTMLElement {
  const planned = [
    ...(day.questions > 0 ? [[questionCount(day.questions), ...day.topics].join(' · ')] : []),
    ...day.exercises.map(({ title, minutes }) => `${title} · ${minuteCount(minutes)}`),
    ...(day.cards > 0 ? [cardCount(day.cards)] : []),
  ];
  return element('li', {}, [
    element('strong', { text: dayName(day.date) }),
    element(
      'ul',
      {},
      (planned.length > 0 ? planned : [l10n.t('Nothing new: rest, or rehearse.')]).map((text) =>
        element('li', { text }),
      ),
    ),
  ]);
}

/** Local already, so it is written as UTC. */
function dayName(date: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language(), format).format(Date.parse(date));
}
