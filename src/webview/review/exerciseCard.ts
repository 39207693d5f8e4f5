/** An exercise that is due: the task, which is written again or thought through, and then what each good way costs. */
import * as l10n from '@vscode/l10n';
import type { ExerciseCard } from '../../protocol/review.js';
import { element } from '../shared/dom.js';
import { counted, figure } from '../shared/figures.js';
import { html } from '../shared/renderedText.js';
import type { Actions } from './actions.js';

export function exerciseAsked(
  { taskHtml, minutes, approaches }: ExerciseCard,
  actions: Pick<Actions, 'writeAgain'>,
): readonly HTMLElement[] {
  const task = html('div', 'prompt', taskHtml);
  if (approaches) return [task];
  const time = counted(
    minutes,
    l10n.t('{0} minute', figure(minutes)),
    l10n.t('{0} minutes', figure(minutes)),
  );
  const hint = l10n.t(
    'Write it again from its starter ({0}): what the checks say then rates the card. Or say which way you would take, what it costs in time and memory, and when you would take another one; then show the answer.',
    time,
  );
  return [
    task,
    element('p', { class: 'hint', text: hint }),
    element('p', { class: 'buttons' }, [
      element('button', {
        class: 'button secondary',
        text: l10n.t('Write It Again'),
        attributes: { type: 'button' },
        onClick: () => {
          actions.writeAgain();
        },
      }),
    ]),
  ];
}

export function approachTable(approaches: NonNullable<ExerciseCard['approaches']>): HTMLElement {
  const head = [l10n.t('Way'), l10n.t('Time'), l10n.t('Memory'), l10n.t('When')].map((text) =>
    element('th', { text, attributes: { scope: 'col' } }),
  );
  const rows = approaches.map(({ titleHtml, timeHtml, memoryHtml, whenHtml }) => {
    const way = html('th', '', titleHtml);
    way.setAttribute('scope', 'row');
    const cells = [timeHtml, memoryHtml, whenHtml].map((each) => html('td', '', each));
    return element('tr', {}, [way, ...cells]);
  });
  return element('table', { class: 'answer-shown approaches' }, [
    element('caption', { text: l10n.t('Ways to solve it') }),
    element('thead', {}, [element('tr', {}, head)]),
    element('tbody', {}, rows),
  ]);
}
