import * as vscode from 'vscode';

/** A preview whose code runs stays open, as one that is edited does. */
export function keepPreview(panel: vscode.WebviewPanel): void {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (panel.active && tab?.isPreview === true)
    void vscode.commands.executeCommand('workbench.action.keepEditor');
}
