import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/quiz/answer.js';
import type { Asked } from '../../protocol/quiz.js';
import { element } from '../shared/dom.js';
import { codeBlock } from './codeBlock.js';

/**
 * One line for a short answer, several for what a program prints. After the verdict, which says the answer, there is
 * only what was asked.
 */
export class TextInput {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement | HTMLTextAreaElement;

  constructor(
    asked: Extract<Asked, { kind: 'output' | 'text' }>,
    given: Answer | undefined,
    told: boolean,
  ) {
    const printed = asked.kind === 'output';
    const field = printed ? element('textarea') : element('input');
    field.id = 'answer';
    field.className = printed ? 'field mono' : 'field';
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.maxLength = 4000;
    field.value = given?.kind === 'text' ? given.text : '';
    field.setAttribute('aria-describedby', 'prompt answer-hint');
    if (field instanceof HTMLTextAreaElement) field.rows = 5;
    this.field = field;
    this.element = element('div', { class: 'answer' }, [
      printed ? codeBlock(asked.code, asked.block, l10n.t('Code')) : undefined,
      ...(told ? [] : this.askedFor(printed)),
    ]);
  }

  private askedFor(printed: boolean): readonly HTMLElement[] {
    return [
      element('label', {
        text: printed ? l10n.t('What it prints') : l10n.t('Your answer'),
        attributes: { for: 'answer' },
      }),
      this.field,
      element('p', {
        class: 'hint',
        id: 'answer-hint',
        text: printed
          ? l10n.t('Ctrl+Enter checks the answer. Blanks at line ends do not count.')
          : l10n.t('Enter checks the answer.'),
      }),
    ];
  }

  value(): Answer | undefined {
    const text = this.field.value;
    // A program may print nothing at all.
    return text.trim() === '' && this.field instanceof HTMLInputElement
      ? undefined
      : { kind: 'text', text };
  }

  /** Whether it waits for its first word. */
  get isUntouched(): boolean {
    return this.field.value === '' && document.activeElement !== this.field;
  }

  focus(): void {
    this.field.focus();
  }
}
