/** What is selected on the page in front. */
import type { WebviewPanel } from 'vscode';
import type { Selected } from '../../../protocol/selection.js';

let last: { readonly panel: WebviewPanel; readonly selected: Selected } | undefined;

/** Hears it of each page. */
export function keepSelection(panel: WebviewPanel, selected: Selected): void {
  last = { panel, selected };
}

/** The page is closed. */
export function dropSelection(panel: WebviewPanel): void {
  if (last?.panel === panel) last = undefined;
}

/** Undefined when no page is in front, or nothing is selected on it. */
export function pageSelection(): Selected | undefined {
  return last?.panel.active && last.selected.text !== '' ? last.selected : undefined;
}
