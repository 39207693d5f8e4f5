/** The element that a page fills, busy until it first shows something, and what every page does with it. */
import { element } from './dom.js';

function findRoot(): HTMLElement {
  const found = document.querySelector<HTMLElement>('#root');
  if (!found) throw new Error('The page has no root.');
  return found;
}

export const root = findRoot();

/** Shows the first thing, or something else in its place. */
export function fillRoot(content: HTMLElement): void {
  root.replaceChildren(content);
  root.removeAttribute('aria-busy');
}

/** A paragraph that a screen reader reads out at once. */
export function faultParagraph(error: unknown): HTMLElement {
  return element('p', { class: 'fault', text: wordsOf(error), attributes: { role: 'alert' } });
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Follows links to questions, which carry the question's id as `data-question`.
 *
 * @param open gets the id, and whether Ctrl or Cmd was held: then it opens to the side
 */
export function followQuestionLinks(open: (question: string, toSide: boolean) => void): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-question]') : null;
    const question = link?.dataset['question'];
    if (question === undefined) return;
    event.preventDefault();
    open(question, event.ctrlKey || event.metaKey);
  });
}
