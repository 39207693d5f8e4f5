import * as vscode from 'vscode';

/**
 * Closes what is in the way of a panel that is about to be opened anew: after a reload VS Code restores a panel behind
 * another tab when that is chosen, and until then the tab is all there is.
 *
 * @param title of the tabs, where a type has several panels; all of the type unless told
 */
export function closeUnrestored(viewType: string, title?: string): void {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && isOf(input, viewType))
    .filter(({ label }) => title === undefined || label === title);
  if (tabs.length > 0) void vscode.window.tabGroups.close(tabs, true);
}

/** VS Code puts a word of its own before the type. */
function isOf(input: vscode.TabInputWebview, viewType: string): boolean {
  return input.viewType === viewType || input.viewType.endsWith(`-${viewType}`);
}
