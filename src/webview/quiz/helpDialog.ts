import { element } from '../shared/dom.js';
import { keys } from './words.js';

/** @param onClose the page takes the focus back. */
export function helpDialog(onClose: () => void): HTMLDialogElement {
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
  dialog.addEventListener('close', onClose);
  return dialog;
}
