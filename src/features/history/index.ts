/** The learner's history is the learner's: taken out, brought back, carried to other machines, deleted. */
import * as vscode from 'vscode';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { HistoryServices } from './historyServices.js';
import { SyncedProgress } from './syncedProgress.js';

export function register(services: HistoryServices): Disposable {
  const { log } = services;
  const store = new DisposableStore();
  const synced = store.add(new SyncedProgress(services.globalState, services.journal, log));
  store.add(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void synced.meet();
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.exportProgress', async () => {
      await (await import('./exportProgress.js')).exportProgress(services);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.importProgress', async () =>
      (await import('./importProgress.js')).importProgress(services),
    ),
  );
  store.add(
    registerCommand(log, 'interviewLab.exportAnki', async () =>
      (await import('./exportAnki.js')).exportAnki(services),
    ),
  );
  store.add(
    registerCommand(log, 'interviewLab.deleteAllData', async () =>
      (await import('./deleteAllData.js')).deleteAllData(services, synced),
    ),
  );
  return store;
}
