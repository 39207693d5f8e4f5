/** What is open of the learner's: saved before it is read, and closed before it is deleted. */
import * as vscode from 'vscode';
import { fileName } from '../../hosts/vscode/fileName.js';
import { learnerFolders } from '../../core/progress/learnerPath.js';

/** Saves what the editors hold of the learner's files; rejects with a sentence for the user when one cannot be saved. */
export async function saveOpenFiles(storageUri: vscode.Uri): Promise<void> {
  const isTheirs = belowFolders(storageUri);
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || !isTheirs(document.uri)) continue;
    if (!(await document.save()))
      throw new Error(
        vscode.l10n.t(
          '{0} could not be saved, so nothing was exported. Save or close it and try again.',
          fileName(document.uri),
        ),
      );
  }
}

/** Sessions and files that are deleted; resolves with false when the learner wants to keep an editor open. */
export async function closeSessionsAndFiles(storageUri: vscode.Uri): Promise<boolean> {
  const isTheirs = belowFolders(storageUri);
  const goes = ({ input }: vscode.Tab): boolean => {
    if (input instanceof vscode.TabInputWebview) return isSession(input.viewType);
    const uris =
      input instanceof vscode.TabInputText
        ? [input.uri]
        : input instanceof vscode.TabInputTextDiff
          ? [input.original, input.modified]
          : [];
    return uris.some(isTheirs);
  };
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(goes);
  return tabs.length === 0 || vscode.window.tabGroups.close(tabs);
}

function belowFolders(storageUri: vscode.Uri): (uri: vscode.Uri) => boolean {
  const roots = learnerFolders.map((folder) => `${vscode.Uri.joinPath(storageUri, folder).path}/`);
  return ({ path }) => roots.some((root) => path.startsWith(root));
}

/** A page on which something is being answered; the others show what is left, which is nothing. */
function isSession(viewType: string): boolean {
  // VS Code puts a word of its own before the type.
  return /\binterviewLab\.(?:quiz|review|interview)$/.test(viewType);
}
