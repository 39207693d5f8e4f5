import type { Tried } from '../../protocol/quiz.js';
import { checkList } from '../items/verdictView.js';
import { element } from '../shared/dom.js';
import { printedView } from './printedView.js';

/** What the code printed when it was tried, and which checks it passed; the last run stays until the next. */
export class CodeTrial {
  readonly element = element('div', { class: 'trial' });
  private isRunning = false;

  constructor(private readonly run: (text: string | undefined) => Promise<Tried>) {}

  /** @param text undefined when the code is in the item's file */
  start(text: string | undefined): void {
    if (this.isRunning) return;
    this.isRunning = true;
    const running = this.run(text);
    this.element.replaceChildren(printedView(running));
    running
      .then(({ checks }) => {
        if (checks.length > 0) this.element.append(checkList(checks));
      })
      .catch(() => undefined) // The view of what is printed says why.
      .finally(() => {
        this.isRunning = false;
        this.element.scrollIntoView({ block: 'nearest' });
      });
  }
}
