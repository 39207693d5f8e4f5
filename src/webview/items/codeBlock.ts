import { element } from '../shared/dom.js';

/** Code that is painted at once; colors find it by its place among the item's code. */
export function codeBlock(code: string, block: number | undefined, label?: string): HTMLElement {
  const named = label === undefined ? {} : { role: 'region', 'aria-label': label };
  const pre = element('pre', { class: 'code', attributes: { tabindex: '0', ...named } }, [
    element('code', { text: code }),
  ]);
  if (block !== undefined) markBlock(pre, block);
  return pre;
}

export function markBlock(around: HTMLElement, block: number): void {
  around.dataset['block'] = String(block);
}
