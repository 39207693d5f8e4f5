/** What a run in the terminal and one in the debugger have in common before they begin. */
import { basename } from 'node:path';
import * as vscode from 'vscode';

/** Whether code may be run; says why not when it may not. */
export async function isTrustedOrTell(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Code is not run in Restricted Mode. Trust this workspace to run snippets.'),
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

export async function saveAllIn(folder: string): Promise<void> {
  const root = `${vscode.Uri.file(folder).path}/`;
  for (const document of vscode.workspace.textDocuments) {
    const { uri, isDirty } = document;
    if (!isDirty || uri.scheme !== 'file' || !uri.path.startsWith(root)) continue;
    if (!(await document.save())) {
      throw new Error(
        vscode.l10n.t('{0} could not be saved, so it was not run.', basename(uri.fsPath)),
      );
    }
  }
}
