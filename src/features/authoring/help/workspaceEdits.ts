import * as vscode from 'vscode';
import type { TextEdit } from '../../../app/authoring/help/textEdit.js';

export function editOf(root: string, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { file, from, to, text } of edits) {
    const range = new vscode.Range(from.line, from.column, to.line, to.column);
    edit.replace(vscode.Uri.joinPath(vscode.Uri.file(root), file), range, text);
  }
  return edit;
}
