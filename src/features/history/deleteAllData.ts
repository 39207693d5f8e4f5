import * as vscode from 'vscode';
import type { Remainder } from '../../app/learnerFiles.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { exportProgress, shortList, takeAll } from './exportProgress.js';
import type { Exported } from './exportProgress.js';
import type { HistoryServices } from './historyServices.js';
import { closeSessionsAndFiles } from './openFiles.js';
import { isSyncKey } from './syncedProgress.js';
import type { SyncedProgress } from './syncedProgress.js';

/** Asks, exports if that is wanted, and deletes all that an export holds; what else is there is asked about by itself. */
export async function deleteAllData(
  services: HistoryServices,
  synced: SyncedProgress,
): Promise<void> {
  const exportFirst = vscode.l10n.t('Export and Delete');
  const deleteNow = vscode.l10n.t('Delete Without Exporting');
  const choice = await notifications.ask(
    vscode.l10n.t('Delete all your data of Python Interview Lab?'),
    vscode.l10n.t(
      'Your progress, quizzes, reviews, bookmarks, notes, interviews and scratch files are deleted from this machine and from Settings Sync. This cannot be undone. An export can be imported again.',
    ),
    exportFirst,
    deleteNow,
  );
  if (choice === undefined) return;
  const close = (): Promise<boolean> => closeSessionsAndFiles(services.storageUri);
  let all: Exported | undefined;
  if (choice === exportFirst) {
    all = await exportProgress(services, close);
    if (!all)
      void notifications.info(vscode.l10n.t('Nothing was exported, so nothing was deleted.'));
  } else if (await close()) {
    all = await takeAll(services);
  }
  if (!all) return;
  await orTell(() => remove(services, synced, all));
  services.scratch.notifyChanged();
  await askForTheRest(services);
}

async function remove(
  { journal, files, storageUri, globalState, workspaceState }: HistoryServices,
  synced: SyncedProgress,
  { history, snapshot }: Exported,
): Promise<void> {
  // First: what is still on its way from another machine must not come back.
  await synced.forget(Date.now());
  await journal.remove(history);
  await (await files.learnerFiles()).removeFiles(storageUri.fsPath, snapshot.files);
  for (const memento of [globalState, workspaceState])
    for (const key of memento.keys()) if (!isSyncKey(key)) await memento.update(key, undefined);
}

/** Environments, large files and what was made since: no export holds them. */
async function askForTheRest(services: HistoryServices): Promise<void> {
  const { storageUri, journal, scratch } = services;
  const root = storageUri.fsPath;
  const learnerFiles = await services.files.learnerFiles();
  const rest = await learnerFiles.remainders(root);
  const done = vscode.l10n.t('All your data was deleted.');
  if (rest.length === 0) {
    void notifications.info(done);
    return;
  }
  const deleteToo = vscode.l10n.t('Delete These Too');
  const choice = await notifications.ask(
    vscode.l10n.t('Your data was deleted. Delete what else is in the folder of the extension?'),
    vscode.l10n.t(
      'No export holds it, because programs made it, it is too large, or it was made just now: {0}. The folder is {1}.',
      shortList(rest.map(lineOf), 6),
      root,
    ),
    deleteToo,
  );
  if (choice !== deleteToo) {
    void notifications.info(
      vscode.l10n.t(
        'Your data was deleted; this was kept: {0}.',
        shortList(rest.map(({ path }) => path)),
      ),
    );
    return;
  }
  await orTell(() => learnerFiles.removeRemainders(root, rest));
  await journal.history(); // What was stored meanwhile was among it.
  scratch.notifyChanged();
  void notifications.info(done);
}

function lineOf({ path, files, bytes }: Remainder): string {
  const size =
    bytes < 1 << 20
      ? `${String(Math.ceil(bytes / 1024))} KB`
      : `${(bytes / (1 << 20)).toFixed(1)} MB`;
  return vscode.l10n.t('{0} (files: {1}, {2})', path, files, size);
}

async function orTell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(vscode.l10n.t('Not everything could be deleted ({0}).', reason), {
      cause: error,
    });
  }
}
