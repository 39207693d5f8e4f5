import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Asked, Verdict } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import { optionLabels } from './optionLabels.js';
import { ofContent } from '../shared/content.js';

type AskedChoice = Extract<Asked, { kind: 'single' | 'multiple' }>;

/** Native radio buttons or checkboxes; after the verdict each says what it was and why. */
export class ChoiceInput {
  readonly element: HTMLElement;
  private readonly inputs: readonly HTMLInputElement[];

  constructor(
    asked: AskedChoice,
    given: Answer | undefined,
    verdict: Verdict | undefined,
    legend = asked.kind === 'single'
      ? l10n.t('Choose one option.')
      : l10n.t('Choose every option that is right.'),
  ) {
    const chosen = given?.kind === 'choice' ? given.options : [];
    const inputs: HTMLInputElement[] = [];
    const rows = asked.optionsHtml.map((html, index) => {
      const input = element('input', { id: `option-${index}` });
      input.type = asked.kind === 'single' ? 'radio' : 'checkbox';
      input.name = 'option';
      input.checked = chosen.includes(index);
      input.disabled = verdict !== undefined;
      inputs.push(input);
      const text = element('span', { class: 'text', attributes: ofContent });
      text.innerHTML = html;
      const label = element('label', { class: 'choice' }, [
        element('span', {
          class: 'digit',
          text: String(index + 1),
          attributes: { 'aria-hidden': 'true' },
        }),
        input,
        text,
      ]);
      const row = element('div', { class: 'option' }, [label]);
      const outcome = verdict?.options[index];
      if (outcome) {
        row.classList.toggle('right', outcome.correct);
        row.classList.toggle('chosen', outcome.chosen);
        row.append(optionLabels(outcome));
        if (outcome.whyHtml !== '') {
          const why = element('p', { class: 'why', attributes: ofContent });
          why.innerHTML = outcome.whyHtml;
          row.append(why);
        }
      }
      return row;
    });
    this.inputs = inputs;
    this.element = element(
      'fieldset',
      { class: 'options', attributes: { 'aria-describedby': 'prompt' } },
      [element('legend', { text: legend }), ...rows],
    );
  }

  value(): Answer | undefined {
    const options = this.inputs.flatMap((input, index) => (input.checked ? [index] : []));
    return options.length === 0 ? undefined : { kind: 'choice', options };
  }

  focus(): void {
    (this.inputs.find((input) => input.checked) ?? this.inputs[0])?.focus();
  }

  key(event: KeyboardEvent): boolean {
    const chosen = /^[1-9]$/.test(event.key) ? this.inputs[Number(event.key) - 1] : undefined;
    if (chosen && !chosen.disabled) {
      chosen.focus();
      chosen.click();
      return true;
    }
    // Radio buttons do this by themselves.
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = this.inputs.findIndex((input) => input === document.activeElement);
    if (step === 0 || at < 0 || this.inputs[at]?.type === 'radio') return false;
    this.inputs[(at + step + this.inputs.length) % this.inputs.length]?.focus();
    return true;
  }
}
