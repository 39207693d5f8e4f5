import * as l10n from '@vscode/l10n';
import { element } from './dom.js';

type Row = readonly (string | HTMLElement)[];

export interface TableOptions {
  readonly id: string;
  /** Says what the rows are. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: () => readonly Row[];
}

/** A chart's figures as a table, folded away; it is built when it is first opened. */
export function dataTable({ id, caption, head, rows }: TableOptions): HTMLElement {
  const place = element('div', {
    class: 'table',
    attributes: { tabindex: '0', role: 'group', 'aria-label': caption },
  });
  const details = element('details', { class: 'data', id }, [
    element('summary', {}, [
      l10n.t('Show as table'),
      element('span', { class: 'visually-hidden', text: `: ${caption}` }),
    ]),
    place,
  ]);
  details.addEventListener('toggle', () => {
    if (!details.open || place.firstChild) return;
    place.append(
      element('table', {}, [
        element('caption', { class: 'visually-hidden', text: caption }),
        element('thead', {}, [
          element(
            'tr',
            {},
            head.map((text) => element('th', { text, attributes: { scope: 'col' } })),
          ),
        ]),
        element('tbody', {}, rows().map(row)),
      ]),
    );
  });
  return details;
}

function row([name, ...cells]: Row): HTMLElement {
  return element('tr', {}, [
    element('th', { attributes: { scope: 'row' } }, [name]),
    ...cells.map((cell) => element('td', {}, [cell])),
  ]);
}
