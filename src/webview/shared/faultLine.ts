import { element } from './dom.js';

/** One line that says what did not work; hidden while everything does. */
export class FaultLine {
  readonly element = element('p', { class: 'fault', hidden: true, attributes: { role: 'alert' } });

  /** @param message nothing is wrong any more when it is empty */
  tell(message: string): void {
    this.element.textContent = message;
    this.element.hidden = message === '';
  }
}
