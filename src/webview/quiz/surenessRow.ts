import * as l10n from '@vscode/l10n';
import type { Confidence } from '../../core/quiz/answer.js';
import { element } from '../shared/dom.js';
import { sureness } from './messages.js';

/** Asks, before the verdict, how sure the learner is. */
export function surenessRow(
  chosen: Confidence | undefined,
  choose: (value: Confidence) => void,
): HTMLElement {
  const choices = sureness.map(({ value, label, key }) => {
    const input = element('input', { id: `sure-${value}` });
    input.type = 'radio';
    input.name = 'sure';
    input.checked = chosen === value;
    input.addEventListener('change', () => {
      choose(value);
    });
    const shortcut = element('kbd', { text: key, attributes: { 'aria-hidden': 'true' } });
    return element('label', {}, [input, label, shortcut]);
  });
  const legend = element('legend', { text: l10n.t('How sure are you? (optional)') });
  return element('fieldset', { class: 'sure' }, [legend, ...choices]);
}
