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
  const dialog = element('dialog', { attributes: { 'aria-label': 'Keys' } }, [
    element('h2', { text: 'Keys' }),
    element('table', {}, [element('tbody', {}, rows)]),
    element('button', {
      class: 'button',
      text: 'Close',
      attributes: { type: 'button' },
      onClick: () => {
        dialog.close();
      },
    }),
  ]);
  return dialog;
}
