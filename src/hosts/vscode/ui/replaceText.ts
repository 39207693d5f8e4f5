import * as vscode from 'vscode';

/**
 * Puts a text in the place of a document's own and saves it, through the editor, so that *Undo* brings the old one back.
 * False when the editor refuses.
 */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  edit.replace(document.uri, whole, text);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
