import * as l10n from '@vscode/l10n';
import { element, icon, tool } from '../shared/dom.js';

interface InputActions {
  /** Whole lines, each with its end. */
  send(lines: string): void;
  end(): void;
  /** Something was typed that is not sent yet: it is to be kept while the page is hidden. */
  keep(text: string): void;
}

/** The most lines that it shows at once. */
const tallest = 8;

/** Where one answers a program: Enter sends the lines that are in it, Ctrl+D ends the input. */
export class InputField {
  readonly element: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;

  constructor(
    name: string,
    private readonly actions: InputActions,
  ) {
    this.field = element('textarea', {
      attributes: {
        rows: '1',
        'aria-label': l10n.t('Input for {0}', name),
        placeholder: l10n.t('Input for the program: Enter sends it, Ctrl+D ends it'),
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    const end = (): void => {
      this.isShown = false;
      actions.end();
    };
    this.field.addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.key === 'd') {
        event.preventDefault();
        end();
      } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        actions.send(`${this.field.value}\n`);
        this.write('');
      }
    });
    this.field.addEventListener('input', () => {
      this.write(this.field.value);
    });
    this.element = element('form', { class: 'input', hidden: true }, [
      icon('chevron-right'),
      this.field,
      tool('circle-slash', l10n.t('End Input'), end),
    ]);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  set isShown(isShown: boolean) {
    this.element.hidden = !isShown;
  }

  /** What is typed and not sent yet. */
  write(text: string): void {
    // Writing the same once more would move the cursor to its end.
    if (this.field.value !== text) this.field.value = text;
    this.field.rows = Math.min(tallest, text.split('\n').length);
    this.actions.keep(text);
  }
}
