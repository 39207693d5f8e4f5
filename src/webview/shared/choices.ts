/** Radio buttons and checkboxes as pages show them: each in its label, in groups that have a name. */
import * as l10n from '@vscode/l10n';
import { element } from './dom.js';
import type { Child } from './dom.js';

export function choice(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  checked = false,
): HTMLInputElement {
  const input = element('input');
  input.type = type;
  input.name = name;
  input.value = value;
  input.checked = checked;
  return input;
}

export function choiceRow(input: HTMLInputElement, ...label: readonly Child[]): HTMLElement {
  return element('label', { class: 'choice' }, [input, ...label]);
}

export function choiceGroup(legend: string, rows: readonly Child[]): HTMLElement {
  return element('fieldset', {}, [element('legend', { text: legend }), ...rows]);
}

/** One of several lengths that are offered, or a number that is typed. */
export class LengthField {
  readonly element: HTMLElement;
  private readonly offered: readonly HTMLInputElement[];
  private readonly other = choice('radio', 'length', 'other');
  private readonly number: HTMLInputElement;

  /**
   * @param words what is offered, by its value
   * @param other the label of what is typed
   * @param value what is chosen, offered or typed
   */
  constructor(
    words: ReadonlyMap<number, string>,
    private readonly typed: {
      readonly label: string;
      readonly name: string;
      readonly most: number;
    },
    value: { readonly offered: number } | { readonly typed: number },
    usual: number,
  ) {
    const { label, name, most } = typed;
    this.offered = [...words.keys()].map((each) =>
      choice('radio', 'length', String(each), 'offered' in value && value.offered === each),
    );
    this.other.checked = 'typed' in value;
    this.number = element('input', {
      class: 'field count',
      attributes: { type: 'number', min: '1', max: String(most), 'aria-label': name },
    });
    this.number.value = String('typed' in value ? value.typed : usual);
    this.number.addEventListener('input', () => {
      this.other.checked = true;
    });
    this.element = choiceGroup(l10n.t('Length'), [
      element('div', { class: 'row' }, [
        ...this.offered.map((input) => choiceRow(input, words.get(Number(input.value)))),
        element('span', { class: 'choice' }, [choiceRow(this.other, label), this.number]),
      ]),
    ]);
  }

  get value(): { readonly offered: number } | { readonly typed: number } {
    const chosen = this.offered.find(({ checked }) => checked);
    if (chosen) return { offered: Number(chosen.value) };
    const typed = Math.round(Number(this.number.value)) || 1;
    return { typed: Math.min(this.typed.most, Math.max(1, typed)) };
  }

  /** The button that is chosen. */
  get chosen(): HTMLInputElement {
    return this.offered.find(({ checked }) => checked) ?? this.other;
  }
}
