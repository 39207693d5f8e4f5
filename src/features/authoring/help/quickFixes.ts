import * as vscode from 'vscode';
import { fixesOf } from '../../../app/authoring/help/fixes.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';
import { problemSource } from '../../../hosts/vscode/problems.js';
import { editOf } from './workspaceEdits.js';

export function quickFixes(
  packs: Pick<PackCatalog, 'folderOf'>,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] | undefined {
  const at = authoredFile(packs, document);
  if (!at) return undefined;
  return diagnostics
    .filter(({ source }) => source === problemSource)
    .flatMap((diagnostic) => {
      const { start, end } = document.validateRange(diagnostic.range);
      const { message } = diagnostic;
      const columns = [start.character, end.character] as const;
      const fixes = fixesOf({ file: at.file, line: start.line, columns, message }, at.text);
      return fixes.map(({ title, edits }) => {
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.edit = editOf(at.root, edits);
        action.isPreferred = fixes.length === 1;
        return action;
      });
    });
}
