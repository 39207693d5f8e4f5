/** The learner's history is the learner's: taken out, brought back, carried to other machines, deleted. */
import * as vscode from 'vscode';
import type { HistoryJournal } from '../../core/progress/journal.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { ScratchFiles } from '../../hosts/node/scratch/scratchFiles.js';
import type { Services } from '../../hosts/vscode/services.js';
import { SyncedProgress } from './syncedProgress.js';
import type { SyncedMemento } from './syncedProgress.js';

export type HistoryServices = Pick<
  Services,
  'catalog' | 'storageUri' | 'workspaceState' | 'log'
> & {
  readonly journal: HistoryJournal;
  readonly globalState: SyncedMemento;
  readonly scratch: Pick<ScratchFiles, 'notifyChanged'>;
};

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
