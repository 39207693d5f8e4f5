/** What a run in the terminal and one in the debugger have in common before they begin. */
import * as vscode from 'vscode';
import { messages } from '../../platform/ui/messages.js';

/** Whether code may be run; says why not when it may not. */
export async function isTrustedOrTell(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const answer = await messages.warn(
    vscode.l10n.t('Code is not run in Restricted Mode. Trust this workspace to run snippets.'),
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
