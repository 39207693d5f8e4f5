import type { Colours } from '../../protocol/question.js';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Puts colours on code that is painted already; the text itself does not move. */
export function applyColours(root: HTMLElement, { css, blocks }: Colours): void {
  sheet.replaceSync(css);
  for (const [index, html] of blocks.entries()) {
    const code = root.querySelector(`[data-block="${String(index)}"] code`);
    if (code && html !== '') code.innerHTML = html;
  }
}
