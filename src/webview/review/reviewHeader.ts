import * as l10n from '@vscode/l10n';
import type { ReviewModel } from '../../protocol/review.js';
import { element, icon, tool } from '../shared/dom.js';
import type { Actions } from './actions.js';
import { figure } from '../shared/figures.js';

/** The tools, how far the learner is, and what is to be known of this card or of today. */
export function reviewHeader(model: ReviewModel, actions: Actions): HTMLElement {
  const { done, canUndo, notes } = model;
  const undo = tool('discard', l10n.t('Undo'), () => {
    actions.undo();
  });
  undo.disabled = !canUndo;
  const tools =
    model.screen === 'card'
      ? [
          tool('archive', l10n.t('Bury'), () => {
            actions.bury();
          }),
          tool('circle-slash', l10n.t('Suspend'), () => {
            actions.suspend();
          }),
        ]
      : [];
  return element('header', {}, [
    element('div', { class: 'top' }, [
      element('h1', {
        text: l10n.t({ message: 'Review', comment: ['A noun: the page on which cards are asked'] }),
      }),
      element('span', { class: 'tools' }, [
        undo,
        ...tools,
        tool('question', l10n.t('Keys'), () => {
          actions.help();
        }),
      ]),
    ]),
    ...(model.screen === 'card' ? progress(done, model.left) : []),
    ...notes.map((note) => element('p', { class: 'note' }, [icon('info'), note])),
  ]);
}

function progress(done: number, left: number): readonly HTMLElement[] {
  const text = l10n.t('{0} done, {1} left', figure(done), figure(left));
  const bar = element('progress', { attributes: { 'aria-label': text } });
  bar.max = done + left;
  bar.value = done;
  return [element('p', { class: 'place', text }), bar];
}
