import * as l10n from '@vscode/l10n';
import { element } from '../shared/dom.js';
import { markBlock } from './codeBlock.js';

/**
 * A numbered line of code that can be told to be the faulty one.
 *
 * @param faulty the lines that are, once that is told
 * @param chosen the learner's line
 */
export function codeLine(
  number: number,
  text: string,
  block: number,
  faulty: readonly number[] | undefined,
  chosen: number | undefined,
): HTMLElement {
  const code = element('span', { class: 'text' }, [element('code', { text })]);
  markBlock(code, block);
  const isFaulty = faulty?.includes(number) ?? false;
  const isChosen = faulty !== undefined && chosen === number;
  const labels = [isFaulty ? l10n.t('Faulty line') : '', isChosen ? l10n.t('Your answer') : ''];
  const row = element('label', { class: 'code-line' }, [
    element('span', {
      class: 'number',
      text: String(number),
      attributes: { 'aria-hidden': 'true' },
    }),
    code,
    ...labels
      .filter((label) => label !== '')
      .map((label) => element('span', { class: 'label', text: label })),
  ]);
  row.classList.toggle('right', isFaulty);
  row.classList.toggle('chosen', isChosen);
  return row;
}
