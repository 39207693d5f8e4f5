import { element } from './dom.js';
import { helpDialog } from './helpDialog.js';
import { faultParagraph, root, wordsOf } from './root.js';

/** Fields that take letters: there they are no shortcuts. */
const typedInto = 'textarea:not([readonly]), input:not([type=radio], [type=checkbox], [readonly])';

/** What fills the frame at a time. */
export interface View {
  readonly element: HTMLElement;
  focus(): void;
  /** Something did not work; what was put in stays. */
  fail(message: string): void;
}

/** A page on which the learner is asked: one view at a time, its keys, and what a screen reader hears. */
export class Frame<Shown extends View> {
  readonly screen = element('div');
  /** Stays in the page, so that what it says is announced. */
  private readonly spoken = element('p', {
    class: 'visually-hidden',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  private readonly help: HTMLDialogElement;
  private shown: Shown | undefined;
  private place: string | undefined;

  constructor(keys: readonly (readonly [string, string])[]) {
    this.help = helpDialog(keys);
    root.append(this.screen, this.spoken, this.help);
  }

  get view(): Shown | undefined {
    return this.shown;
  }

  /** @param place what the view is about: at another place the page begins at its top */
  show(view: Shown, place: string): void {
    const isFirst = this.shown === undefined;
    this.shown = view;
    this.screen.replaceChildren(view.element);
    root.removeAttribute('aria-busy');
    if (place !== this.place) window.scrollTo(0, 0);
    this.place = place;
    // What came by itself, while the learner is in the editor, must not take the focus.
    if (isFirst || document.hasFocus()) view.focus();
  }

  say(words: string): void {
    this.spoken.textContent = words;
  }

  fail(error: unknown): void {
    if (this.shown) {
      this.shown.fail(wordsOf(error));
      return;
    }
    this.screen.replaceChildren(faultParagraph(error));
    root.removeAttribute('aria-busy');
  }

  toggleHelp(): void {
    if (this.help.open) this.help.close();
    else this.help.showModal();
  }

  /** @param take gets each key that is not for the keys' own dialog, and is true when it was for the page */
  onKey(take: (event: KeyboardEvent, isTyping: boolean) => boolean): void {
    document.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches(typedInto);
      if (event.key === 'Escape' && isTyping && !this.help.open) {
        // From here the other keys are shortcuts again, and Tab goes on behind the field.
        event.target.blur();
        event.preventDefault();
        return;
      }
      if (event.key === '?' && !isTyping) {
        event.preventDefault();
        this.toggleHelp();
      } else if (!this.help.open && take(event, isTyping)) {
        event.preventDefault();
      }
    });
  }
}
