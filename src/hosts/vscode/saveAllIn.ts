import * as vscode from 'vscode';
import { fileName } from './fileName.js';

/** Saves what is open and unsaved of a folder, so that what runs is what the learner sees. */
export async function saveAllIn(folder: string): Promise<void> {
  const root = `${vscode.Uri.file(folder).path}/`;
  for (const document of vscode.workspace.textDocuments) {
    const { uri, isDirty } = document;
    if (!isDirty || uri.scheme !== 'file' || !uri.path.startsWith(root)) continue;
    if (!(await saved(document))) {
      throw new Error(vscode.l10n.t('{0} could not be saved, so it was not run.', fileName(uri)));
    }
  }
}

/** VS Code says no also when it saves the same by itself at that moment, or when a key came in between. */
async function saved(document: vscode.TextDocument): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1)
    if ((await document.save()) || !document.isDirty) return true;
  return false;
}
