import * as l10n from '@vscode/l10n';
import { element } from '../shared/dom.js';
import { replaceText } from '../shared/editText.js';

const indent = '    ';

/** A field for code: Tab indents, and Escape lets the next Tab leave it. */
export class CodeField {
  readonly element: HTMLElement;
  private readonly field = element('textarea', { class: 'field mono code-field', id: 'answer' });
  private leaving = false;

  /** @param run what Shift+Enter does */
  constructor(
    text: string,
    private readonly run: () => void,
  ) {
    this.field.value = text;
    this.field.rows = Math.min(24, Math.max(8, this.field.value.split('\n').length + 3));
    this.field.maxLength = 20_000;
    this.field.spellcheck = false;
    this.field.setAttribute('aria-describedby', 'prompt answer-hint');
    this.field.addEventListener('keydown', (event) => {
      this.typed(event);
    });
    this.element = element('div', { class: 'answer' }, [
      element('label', { text: l10n.t('Your code'), attributes: { for: 'answer' } }),
      this.field,
      element('p', {
        class: 'hint',
        id: 'answer-hint',
        text: l10n.t(
          'Shift+Enter runs it, as often as you like; Ctrl+Enter checks it as your answer. Tab indents; Escape, then Tab leaves the field.',
        ),
      }),
    ]);
  }

  get text(): string {
    return this.field.value;
  }

  focus(): void {
    this.field.focus();
  }

  private typed(event: KeyboardEvent): void {
    if (event.key === 'Tab' && !this.leaving && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      if (event.shiftKey) this.outdent();
      else this.insert(indent);
    }
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      this.run();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const before = this.field.value.slice(0, this.field.selectionStart).split('\n').at(-1) ?? '';
      const depth = /^ */.exec(before)?.[0] ?? '';
      this.insert(`\n${depth}${before.trimEnd().endsWith(':') ? indent : ''}`);
    }
    if (event.key !== 'Shift') this.leaving = event.key === 'Escape';
  }

  private insert(text: string): void {
    const { selectionStart, selectionEnd } = this.field;
    replaceText(this.field, selectionStart, selectionEnd, text);
  }

  private outdent(): void {
    const { value, selectionStart, selectionEnd } = this.field;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const blanks = /^ {1,4}/.exec(value.slice(start))?.[0].length ?? 0;
    if (blanks === 0) return;
    replaceText(this.field, start, start + blanks, '');
    const moved = (place: number): number => Math.max(start, place - blanks);
    this.field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  }
}
