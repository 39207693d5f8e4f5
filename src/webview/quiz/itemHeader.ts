import * as l10n from '@vscode/l10n';
import { decodeSteps } from '../../protocol/quiz.js';
import type { ItemModel } from '../../protocol/quiz.js';
import { element, tool } from '../shared/dom.js';
import type { Actions } from './actions.js';
import { figure } from '../shared/figures.js';

/** The quiz's title, its tools, and how far the learner is. */
export function itemHeader(model: ItemModel, clock: HTMLElement, actions: Actions): HTMLElement {
  const { title, index, mode } = model;
  const steps = decodeSteps(model.steps);
  const answered = steps.filter((step) => step.answered).length;
  const bar = element('progress', {
    attributes: {
      'aria-label': l10n.t('{0} of {1} answered', figure(answered), figure(steps.length)),
    },
  });
  bar.max = steps.length;
  bar.value = answered;
  const flagged = steps[index]?.flagged ?? false;
  const flag = tool(
    flagged ? 'bookmark' : 'tag',
    flagged ? l10n.t('Flagged') : l10n.t({ message: 'Flag', comment: ['A verb on a button'] }),
    () => {
      actions.flag(!flagged);
    },
  );
  flag.setAttribute('aria-pressed', String(flagged));
  return element('header', {}, [
    element('div', { class: 'top' }, [
      element('h1', { text: title }),
      element('span', { class: 'tools' }, [
        clock,
        mode === 'exam' && !model.paused
          ? tool('debug-pause', l10n.t('Pause'), () => {
              actions.pause(true);
            })
          : undefined,
        flag,
        tool('question', l10n.t('Keys'), () => {
          actions.help();
        }),
      ]),
    ]),
    element('p', {
      class: 'place',
      text: l10n.t(
        'Item {0} of {1}, {2} answered',
        figure(index + 1),
        figure(steps.length),
        figure(answered),
      ),
    }),
    bar,
  ]);
}
