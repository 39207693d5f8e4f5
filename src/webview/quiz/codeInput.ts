import type { Answer } from '../../core/quiz/answer.js';
import type { Asked, ItemModel } from '../../protocol/quiz.js';
import { element, icon } from '../shared/dom.js';
import { codeBlock } from '../items/codeBlock.js';
import { CodeField } from './codeField.js';
import { plural } from '../shared/figures.js';

type AskedCode = Extract<Asked, { kind: 'code' }>;
/** @param text what was written in the page, to go on with in the editor. */
type OpenInEditor = (text: string | undefined) => void;

/** Code is written in a file beside the quiz, which is shown here as it grows, or in a plain field of the page. */
export class CodeInput {
  readonly element = element('div', {
    class: 'answer',
    attributes: { role: 'group', 'aria-label': 'Your code', 'aria-describedby': 'prompt' },
  });
  private readonly shown: HTMLElement;
  private field: CodeField | undefined;
  private inFile: boolean;

  constructor(
    private readonly model: ItemModel,
    private readonly asked: AskedCode,
    private readonly open: OpenInEditor,
  ) {
    const { draft, given, file } = model;
    const written = codeOf(draft?.answer) || (file ? '' : codeOf(given));
    this.inFile = written === '' && file !== undefined;
    this.shown = file
      ? codeBlock(file.text, asked.block + 1, 'Your code')
      : codeBlock(asked.starter, asked.block, 'Code to complete');
    if (model.verdict) return;
    if (written === '') this.drawFile();
    else this.drawField(written);
  }

  /** The answer is what is in the file. */
  get fromFile(): boolean {
    return this.inFile;
  }

  value(): Answer | undefined {
    if (this.inFile) return { kind: 'code', text: '' };
    const text = this.field?.text ?? '';
    return text.trim() === '' ? undefined : { kind: 'code', text };
  }

  focus(): void {
    if (this.field) this.field.focus();
    else this.element.querySelector('button')?.focus();
  }

  key(event: KeyboardEvent): boolean {
    if (this.model.verdict) return false;
    const letter = event.key.toUpperCase();
    if (letter === 'E') this.open(this.field?.text);
    else if (letter === 'W' && !this.field) this.writeHere();
    else return false;
    return true;
  }

  /** The file has changed. */
  follow(text: string): void {
    const code = this.shown.querySelector('code');
    if (this.inFile && code) code.textContent = text;
  }

  private drawFile(): void {
    const { file } = this.model;
    const checks = `${plural(this.asked.checks, 'check')} with your Python`;
    const hint = file
      ? `What is in ${file.name} is your answer. Checking it runs ${checks}.`
      : `Checking your answer runs ${checks}.`;
    this.element.replaceChildren(
      element('p', {
        class: 'code-label',
        text: file ? `Your code, in ${file.name}` : 'Code to complete',
      }),
      this.shown,
      element('p', { class: 'hint', text: hint }),
      element('div', { class: 'buttons' }, [
        button('go-to-file', file ? 'Show in Editor' : 'Open in Editor', 'E', () => {
          this.open(undefined);
        }),
        button('edit', 'Write Here', 'W', () => {
          this.writeHere();
        }),
      ]),
    );
  }

  private writeHere(): void {
    this.drawField(this.shown.textContent);
    this.focus();
  }

  private drawField(text: string): void {
    const field = new CodeField(text);
    this.field = field;
    this.inFile = false;
    this.element.replaceChildren(
      field.element,
      element('div', { class: 'buttons' }, [
        button('go-to-file', 'Open in Editor', 'E', () => {
          this.open(field.text);
        }),
      ]),
    );
  }
}

function codeOf(answer: Answer | undefined): string {
  return answer?.kind === 'code' ? answer.text : '';
}

function button(iconName: string, text: string, key: string, onClick: () => void): HTMLElement {
  const shortcut = element('kbd', { text: key, attributes: { 'aria-hidden': 'true' } });
  return element('button', { class: 'button secondary', onClick, attributes: { type: 'button' } }, [
    icon(iconName),
    text,
    shortcut,
  ]);
}
