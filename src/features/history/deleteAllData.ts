import * as vscode from 'vscode';
import { learnerFolders } from '../../core/progress/exportFile.js';
import { LearnerFiles } from '../../platform/learnerFiles.js';
import { messages } from '../../platform/ui/messages.js';
import { exportProgress } from './exportProgress.js';
import type { HistoryServices } from './index.js';
import { isSyncKey } from './syncedProgress.js';
import type { SyncedProgress } from './syncedProgress.js';

/** Asks, exports if that is wanted, and deletes all that the extension keeps of the learner. */
export async function deleteAllData(
  services: HistoryServices,
  synced: SyncedProgress,
): Promise<void> {
  const exportFirst = vscode.l10n.t('Export and Delete');
  const deleteNow = vscode.l10n.t('Delete Without Exporting');
  const choice = await messages.ask(
    vscode.l10n.t('Delete all your data of Python Interview Lab?'),
    vscode.l10n.t(
      'Your progress, quizzes, reviews, bookmarks, notes, interview reports and scratch files are deleted from this machine and from Settings Sync. This cannot be undone. An export can be imported again.',
    ),
    exportFirst,
    deleteNow,
  );
  if (choice === undefined) return;
  if (choice === exportFirst && !(await exportProgress(services))) {
    void messages.info(vscode.l10n.t('Nothing was exported, so nothing was deleted.'));
    return;
  }
  if (!(await closeWhatGoes(services.storageUri))) return;
  try {
    // First: what is still on its way from another machine must not come back.
    await synced.forget(Date.now());
    await services.journal.clear();
    await new LearnerFiles(services.storageUri.fsPath).remove();
    for (const memento of [services.globalState, services.workspaceState])
      for (const key of memento.keys()) if (!isSyncKey(key)) await memento.update(key, undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      vscode.l10n.t(
        'Not everything could be deleted ({0}). Close other programs that use these files and try again.',
        reason,
      ),
      { cause: error },
    );
  }
  services.scratch.notifyChanged();
  void messages.info(vscode.l10n.t('All your data was deleted.'));
}

/** Sessions and files that are deleted; resolves with false when the learner wants to keep an editor open. */
async function closeWhatGoes(storageUri: vscode.Uri): Promise<boolean> {
  const roots = learnerFolders.map((folder) => `${vscode.Uri.joinPath(storageUri, folder).path}/`);
  const goes = ({ input }: vscode.Tab): boolean => {
    if (input instanceof vscode.TabInputWebview) return isSession(input.viewType);
    const uris =
      input instanceof vscode.TabInputText
        ? [input.uri]
        : input instanceof vscode.TabInputTextDiff
          ? [input.original, input.modified]
          : [];
    return uris.some(({ path }) => roots.some((root) => path.startsWith(root)));
  };
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(goes);
  return tabs.length === 0 || vscode.window.tabGroups.close(tabs);
}

/** A page on which something is being answered; the others show what is left, which is nothing. */
function isSession(viewType: string): boolean {
  // VS Code puts a word of its own before the type.
  return /\binterviewLab\.(?:quiz|review|interview)$/.test(viewType);
}
