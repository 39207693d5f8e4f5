import * as l10n from '@vscode/l10n';
import { element } from '../shared/dom.js';
import { wordsOf } from '../shared/root.js';

/** What the code of an item really prints, or why it could not be run. */
export function printedView(running: Promise<{ readonly output: string }>): HTMLElement {
  const view = element('figure', { class: 'given printed', attributes: { role: 'status' } }, [
    l10n.t('Running…'),
  ]);
  const show = (text: string): void => {
    view.replaceChildren(
      element('figcaption', { text: l10n.t('It prints') }),
      element('pre', { class: 'code', text, attributes: { tabindex: '0' } }),
    );
  };
  running.then(
    ({ output }) => {
      show(output === '' ? l10n.t('(nothing)') : output);
    },
    (error: unknown) => {
      show(wordsOf(error));
    },
  );
  return view;
}
