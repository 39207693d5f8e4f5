/** Asks the learner what happens next, before it is shown. */
import * as l10n from '@vscode/l10n';
import type { Prediction } from '../../core/trace/prediction.js';
import { element, tool } from '../shared/dom.js';

/** The choice that is no name. */
const line = '';

export class PredictionForm {
  readonly element: HTMLFormElement;
  private readonly about = element('select', { id: 'predict-about' });
  private readonly text = element('input', {
    id: 'predict-text',
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false' },
  });

  /**
   * @param onPredicted the learner has said it
   * @param onClosed the learner would rather not
   */
  constructor(onPredicted: (prediction: Prediction) => void, onClosed: () => void) {
    const close = (): void => {
      this.close();
      onClosed();
    };
    this.element = element('form', { class: 'predict', hidden: true }, [
      element('label', { text: l10n.t('Predict'), attributes: { for: this.about.id } }),
      this.about,
      element('label', { text: l10n.t('It will be'), attributes: { for: this.text.id } }),
      this.text,
      element('button', { class: 'button', text: l10n.t('Show'), attributes: { type: 'submit' } }),
      tool('close', l10n.t('Close'), close),
    ]);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      const { value } = this.text;
      if (value.trim() === '') {
        this.text.focus();
        return;
      }
      this.close();
      onPredicted(
        this.about.value === line
          ? { about: 'line', text: value }
          : { about: 'value', name: this.about.value, text: value },
      );
    });
    this.about.addEventListener('change', () => {
      this.tellForm();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** @param names those of which a value can be predicted */
  open(names: readonly string[]): void {
    const chosen = this.about.value;
    this.about.replaceChildren(
      element('option', {
        text: l10n.t('the next line'),
        attributes: { value: line },
      }),
      ...names.map((name) => element('option', { text: name, attributes: { value: name } })),
    );
    this.about.value = names.includes(chosen) ? chosen : line;
    this.text.value = '';
    this.tellForm();
    this.element.hidden = false;
    this.text.focus();
  }

  private tellForm(): void {
    this.text.placeholder = this.about.value === line ? l10n.t('its number, or “end”') : '';
  }

  close(): void {
    this.element.hidden = true;
  }
}
