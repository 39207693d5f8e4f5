import * as l10n from '@vscode/l10n';
import { decodeSteps } from '../../protocol/quiz.js';
import type { ItemModel } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import { figure } from '../shared/figures.js';

/** All items as buttons, made when the list is opened: a quiz may be long. */
export function stepList(
  { steps: encoded, index, mode }: ItemModel,
  goTo: (index: number) => void,
): HTMLElement {
  const body = element('div', { class: 'steps' });
  const details = element('details', {}, [element('summary', { text: l10n.t('All items') }), body]);
  details.addEventListener('toggle', () => {
    if (!details.open || body.hasChildNodes()) return;
    // While practising one goes back, and on to the first that is open.
    const steps = decodeSteps(encoded);
    const open = steps.findIndex(({ answered }) => !answered);
    const last = mode === 'exam' || open < 0 ? steps.length - 1 : open;
    const buttons = steps.map(({ answered, flagged }, at) => {
      const button = element('button', {
        class: 'step',
        text: stepWords(figure(at + 1), answered, flagged),
        onClick: () => {
          goTo(at);
        },
        attributes: { type: 'button', ...(at === index ? { 'aria-current': 'step' } : {}) },
      });
      button.disabled = at > last;
      return button;
    });
    body.append(...buttons);
  });
  return details;
}

function stepWords(number: string, answered: boolean, flagged: boolean): string {
  if (flagged)
    return answered ? l10n.t('{0} answered, flagged', number) : l10n.t('{0} open, flagged', number);
  return answered ? l10n.t('{0} answered', number) : l10n.t('{0} open', number);
}
