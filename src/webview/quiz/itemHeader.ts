import { decodeSteps } from '../../protocol/quiz.js';
import type { ItemModel } from '../../protocol/quiz.js';
import { element, tool } from '../shared/dom.js';
import type { Actions } from './actions.js';

/** The quiz's title, its tools, and how far the learner is. */
export function itemHeader(model: ItemModel, clock: HTMLElement, actions: Actions): HTMLElement {
  const { title, index, mode } = model;
  const steps = decodeSteps(model.steps);
  const answered = steps.filter((step) => step.answered).length;
  const bar = element('progress', {
    attributes: { 'aria-label': `${answered} of ${steps.length} answered` },
  });
  bar.max = steps.length;
  bar.value = answered;
  const flagged = steps[index]?.flagged ?? false;
  const flag = tool(flagged ? 'bookmark' : 'tag', flagged ? 'Flagged' : 'Flag', () => {
    actions.flag(!flagged);
  });
  flag.setAttribute('aria-pressed', String(flagged));
  return element('header', {}, [
    element('div', { class: 'top' }, [
      element('h1', { text: title }),
      element('span', { class: 'tools' }, [
        clock,
        mode === 'exam' && !model.paused
          ? tool('debug-pause', 'Pause', () => {
              actions.pause(true);
            })
          : undefined,
        flag,
        tool('question', 'Keys', () => {
          actions.help();
        }),
      ]),
    ]),
    element('p', {
      class: 'place',
      text: `Item ${index + 1} of ${steps.length}, ${answered} answered`,
    }),
    bar,
  ]);
}
