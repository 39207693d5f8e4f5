import * as l10n from '@vscode/l10n';
import { element } from './dom.js';

/**
 * The keys of a page and what they do; closed by its button, by Escape, or by the key that opened it. The browser
 * gives the focus back to what had it.
 */
export function helpDialog(keys: readonly (readonly [string, string])[]): HTMLDialogElement {
  const rows = keys.map(([key, what]) =>
    element('tr', {}, [
      element('td', {}, [element('kbd', { text: key })]),
      element('td', { text: what }),
    ]),
  );
  const dialog = element('dialog', { attributes: { 'aria-label': l10n.t('Keys') } }, [
    element('h2', { text: l10n.t('Keys') }),
    element('table', {}, [element('tbody', {}, rows)]),
    element('button', {
      class: 'button',
      text: l10n.t('Close'),
      attributes: { type: 'button' },
      onClick: () => {
        dialog.close();
      },
    }),
  ]);
  return dialog;
}
