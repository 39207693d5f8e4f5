import type { ItemModel } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';

/** All items as buttons, made when the list is opened: a quiz may be long. */
export function stepList({ steps, index }: ItemModel, goTo: (index: number) => void): HTMLElement {
  const body = element('div', { class: 'steps' });
  const details = element('details', {}, [element('summary', { text: 'All items' }), body]);
  details.addEventListener('toggle', () => {
    if (!details.open || body.hasChildNodes()) return;
    const buttons = steps.map(({ answered, flagged }, at) => {
      const words = [answered ? 'answered' : 'open', flagged ? 'flagged' : '']
        .filter((word) => word !== '')
        .join(', ');
      return element('button', {
        class: 'step',
        text: `${at + 1} ${words}`,
        onClick: () => {
          goTo(at);
        },
        attributes: { type: 'button', ...(at === index ? { 'aria-current': 'step' } : {}) },
      });
    });
    body.append(...buttons);
  });
  return details;
}
