import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Asked, Verdict } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import { ChoiceInput } from './choiceInput.js';
import { codeLine } from './codeLine.js';

type AskedDefect = Extract<Asked, { kind: 'defect' }>;

/** Code in which a line is chosen, by radio buttons that the arrow keys move between; then the repairs to choose from. */
export class DefectInput {
  readonly element: HTMLElement;
  private readonly inputs: readonly HTMLInputElement[];
  private readonly repairs: ChoiceInput;

  constructor(asked: AskedDefect, given: Answer | undefined, verdict: Verdict | undefined) {
    const chosen = given?.kind === 'defect' ? given : undefined;
    const inputs: HTMLInputElement[] = [];
    const rows = asked.lines.map((text, index) => {
      const number = index + 1;
      const row = codeLine(number, text, asked.block + index, verdict?.faulty, chosen?.line);
      if (text.trim() === '') return row;
      const input = element('input', {
        id: `line-${number}`,
        attributes: { 'aria-label': l10n.t('Line {0}: {1}', number, text.trim()) },
      });
      input.type = 'radio';
      input.name = 'line';
      input.value = String(number);
      input.checked = chosen?.line === number;
      input.disabled = verdict !== undefined;
      inputs.push(input);
      row.prepend(input);
      return row;
    });
    this.inputs = inputs;
    this.repairs = new ChoiceInput(
      { kind: 'single', promptHtml: '', optionsHtml: asked.repairsHtml },
      chosen && { kind: 'choice', options: [chosen.repair] },
      verdict,
      l10n.t('Choose its repair.'),
    );
    // Before a line is chosen, the repairs would tell which it is.
    this.repairs.element.hidden = !chosen && !verdict;
    const listing = element(
      'fieldset',
      { class: 'listing', attributes: { 'aria-describedby': 'prompt' } },
      [element('legend', { text: l10n.t('Choose the faulty line.') }), ...rows],
    );
    listing.addEventListener('change', () => {
      this.repairs.element.hidden = false;
    });
    this.element = element('div', {}, [listing, this.repairs.element]);
  }

  value(): Answer | undefined {
    const line = this.inputs.find((input) => input.checked);
    const repair = this.repairs.value();
    if (!line || repair?.kind !== 'choice') return undefined;
    return { kind: 'defect', line: Number(line.value), repair: repair.options[0] ?? 0 };
  }

  focus(): void {
    (this.inputs.find((input) => input.checked) ?? this.inputs[0])?.focus();
  }

  key(event: KeyboardEvent): boolean {
    return !this.repairs.element.hidden && this.repairs.key(event);
  }
}
