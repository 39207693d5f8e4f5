/** Tells what is selected on the page, once the reader is done with selecting. */
import { longestSelection } from '../../protocol/selection.js';
import type { Selected } from '../../protocol/selection.js';

/** Milliseconds without a change. */
const settled = 150;

export function followSelection(tell: (selected: Selected) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell(selectedNow());
    }, settled);
  });
}

function selectedNow(): Selected {
  const selection = document.getSelection();
  const text = (selection?.toString() ?? '').slice(0, longestSelection);
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const code = (element?.closest('pre') ?? null) !== null;
  return { text, code };
}
