import { ofContent } from './content.js';
import { element } from './dom.js';

/** Holds HTML that the host rendered: nothing of the author's own passes there. */
export function html(
  tag: 'div' | 'li' | 'dd' | 'td' | 'th',
  className: string,
  markup: string,
): HTMLElement {
  const node = element(tag, { class: className, attributes: ofContent });
  node.innerHTML = markup;
  return node;
}
