import type { ItemModel } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import type { Actions } from './actions.js';
import { stepList } from './stepList.js';

/** What can be done with an item, the main thing first, and the way to other items. */
export function itemButtons(
  model: ItemModel,
  main: HTMLElement,
  actions: Actions,
): readonly HTMLElement[] {
  const secondary = (text: string, onClick: () => void): HTMLElement =>
    element('button', {
      class: 'button secondary',
      text,
      onClick,
      attributes: { type: 'button' },
    });
  const exam = model.mode === 'exam';
  return [
    element('div', { class: model.verdict ? 'buttons onward' : 'buttons' }, [
      main,
      model.unchecked === undefined
        ? undefined
        : secondary('Go On', () => {
            actions.next();
          }),
      model.verdict?.canRun
        ? secondary('Run It and See', () => {
            actions.runIt(model.key);
          })
        : undefined,
      model.verdict?.canRun
        ? secondary('Step Through', () => {
            actions.stepThrough(model.key);
          })
        : undefined,
      model.verdict
        ? undefined
        : secondary('Skip', () => {
            actions.answer({ key: model.key, answer: { kind: 'skipped' } });
          }),
      model.index > 0
        ? secondary('Back', () => {
            actions.goTo(model.index - 1);
          })
        : undefined,
      exam
        ? secondary('Finish', () => {
            actions.finish();
          })
        : undefined,
    ]),
    stepList(model, (index) => {
      actions.goTo(index);
    }),
  ];
}
