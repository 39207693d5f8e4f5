import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Asked, ItemModel, Tried } from '../../protocol/quiz.js';
import { element, icon } from '../shared/dom.js';
import { codeBlock } from '../items/codeBlock.js';
import { CodeField } from './codeField.js';
import { CodeTrial } from './codeTrial.js';
import { counted, figure } from '../shared/figures.js';
import { paragraph } from '../shared/sentence.js';

type AskedCode = Extract<Asked, { kind: 'code' }>;

/** What can be done with code that is not answered yet; with the text in the page, or else with the item's file. */
export interface CodeActions {
  /** Goes on with it in the editor. */
  open(text: string | undefined): void;
  run(text: string | undefined): Promise<Tried>;
}

/** Code is written in a file beside the quiz, which is shown here as it grows, or in a plain field of the page. */
export class CodeInput {
  readonly element = element('div', {
    class: 'answer',
    attributes: { role: 'group', 'aria-label': l10n.t('Your code'), 'aria-describedby': 'prompt' },
  });
  private readonly shown: HTMLElement;
  private field: CodeField | undefined;
  private inFile: boolean;
  private readonly trial: CodeTrial;

  constructor(
    private readonly model: ItemModel,
    private readonly asked: AskedCode,
    private readonly actions: CodeActions,
  ) {
    this.trial = new CodeTrial((text) => actions.run(text));
    const { draft, given, file } = model;
    const written = codeOf(draft?.answer) || (file ? '' : codeOf(given));
    this.inFile = written === '' && file !== undefined;
    this.shown = file
      ? codeBlock(file.text, asked.block + 1, l10n.t('Your code'))
      : codeBlock(asked.starter, asked.block, l10n.t('Code to complete'));
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
    if (letter === 'E') this.actions.open(this.field?.text);
    else if (letter === 'R') this.run();
    else if (letter === 'W' && !this.field) this.writeHere();
    else return false;
    return true;
  }

  /** Runs what is written so far. */
  run(): void {
    this.trial.start(this.inFile ? undefined : (this.field?.text ?? this.asked.starter));
  }

  /** The file has changed. */
  follow(text: string): void {
    const code = this.shown.querySelector('code');
    if (this.inFile && code) code.textContent = text;
  }

  private drawFile(): void {
    const { file } = this.model;
    const hint = paragraph([
      file ? l10n.t('What is in {0} is your answer.', file.name) : '',
      whatCounts(this.asked.checks),
    ]);
    this.element.replaceChildren(
      element('p', {
        class: 'code-label',
        text: file ? l10n.t('Your code, in {0}', file.name) : l10n.t('Code to complete'),
      }),
      this.shown,
      element('p', { class: 'hint', text: hint }),
      element('div', { class: 'buttons' }, [
        this.runButton(),
        button(
          'go-to-file',
          file ? l10n.t('Show in Editor') : l10n.t('Open in Editor'),
          'E',
          () => {
            this.actions.open(undefined);
          },
        ),
        button('edit', l10n.t('Write Here'), 'W', () => {
          this.writeHere();
        }),
      ]),
      this.trial.element,
    );
  }

  private runButton(): HTMLElement {
    return button('play', l10n.t('Run'), 'R', () => {
      this.run();
    });
  }

  private writeHere(): void {
    this.drawField(this.shown.textContent);
    this.focus();
  }

  private drawField(text: string): void {
    const field = new CodeField(text, () => {
      this.run();
    });
    this.field = field;
    this.inFile = false;
    this.element.replaceChildren(
      field.element,
      element('div', { class: 'buttons' }, [
        this.runButton(),
        button('go-to-file', l10n.t('Open in Editor'), 'E', () => {
          this.actions.open(field.text);
        }),
      ]),
      this.trial.element,
    );
  }
}

function whatCounts(checks: number): string {
  return counted(
    checks,
    l10n.t(
      'Run it as often as you like; what you check counts, by {0} check with your Python.',
      figure(checks),
    ),
    l10n.t(
      'Run it as often as you like; what you check counts, by {0} checks with your Python.',
      figure(checks),
    ),
  );
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
