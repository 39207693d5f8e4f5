import * as l10n from '@vscode/l10n';
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
        : secondary(l10n.t('Go On'), () => {
            actions.next();
          }),
      model.verdict?.canRun
        ? secondary(l10n.t('Run It and See'), () => {
            actions.runIt(model.key);
          })
        : undefined,
      model.verdict?.canRun
        ? secondary(l10n.t('Step Through'), () => {
            actions.stepThrough(model.key);
          })
        : undefined,
      model.verdict
        ? undefined
        : secondary(l10n.t('Skip'), () => {
            actions.answer({ key: model.key, answer: { kind: 'skipped' } });
          }),
      model.index > 0
        ? secondary(l10n.t({ message: 'Back', comment: ['A button: to the item before'] }), () => {
            actions.goTo(model.index - 1);
          })
        : undefined,
      exam
        ? secondary(l10n.t('Finish'), () => {
            actions.finish();
          })
        : undefined,
    ]),
    stepList(model, (index) => {
      actions.goTo(index);
    }),
  ];
}
