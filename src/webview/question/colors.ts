import type { Colors } from '../../protocol/question.js';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Puts colors on code that is painted already; the text itself does not move. */
export function applyColors(root: HTMLElement, { css, blocks }: Colors): void {
  sheet.replaceSync(css);
  for (const [index, html] of blocks.entries()) {
    const code = root.querySelector(`[data-block="${String(index)}"] code`);
    if (code && html !== '') code.innerHTML = html;
  }
}
