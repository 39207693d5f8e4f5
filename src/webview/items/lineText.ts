import { element } from '../shared/dom.js';
import { ofContent } from '../shared/content.js';

/**
 * What stands in a line to arrange.
 *
 * @param html of a line that is no code
 */
export function lineText(text: string, html: string | undefined): HTMLElement {
  if (html === undefined) return element('code', { text });
  const prose = element('span', { class: 'prose', attributes: ofContent });
  prose.innerHTML = html;
  return prose;
}
