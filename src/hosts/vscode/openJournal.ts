import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Host } from '../../app/host.js';
import type { StoredJournal } from '../../app/journal/storedJournal.js';
import type { Log } from '../../app/log.js';
import { Stored } from './settings/stored.js';
import { counted } from '../../core/figures.js';
import { notifications } from './ui/notifications.js';

/** The learner's journal, kept in the extension's storage; follows what other windows append. */
export function openJournal(
  host: Host,
  storageUri: vscode.Uri,
  globalState: vscode.Memento,
  log: Log,
): StoredJournal & Disposable {
  const journal = host.openJournal(storageUri.fsPath, deviceId(globalState));
  const store = new DisposableStore();
  let toldOfFailure = false;
  const load = async (): Promise<void> => {
    try {
      await journal.load();
      toldOfFailure = false;
    } catch (error) {
      log.error('The journal could not be read', error);
      if (toldOfFailure) return;
      toldOfFailure = true;
      void notifications.error(
        vscode.l10n.t(
          'Your progress could not be read from {0}. Check that the file is readable, then reload the window.',
          journal.path,
        ),
      );
    }
  };
  journal.onDidSetAside((lines) => {
    log.warn(`${String(lines)} lines of the journal could not be read and were set aside`);
    void tellOfDamage(lines, journal.damagedPath);
  });
  void load();
  store.add(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void load();
    }),
  );
  const watching = journal.watch(
    () => void load(),
    (error) => {
      log.warn('The journal is read anew only when the window is used again', error);
    },
  );
  store.add(watching);
  return Object.assign(journal, {
    dispose: () => {
      store.dispose();
    },
  });
}

async function tellOfDamage(lines: number, path: string): Promise<void> {
  const show = vscode.l10n.t('Show What Was Damaged');
  const message = counted(
    lines,
    vscode.l10n.t(
      '{0} entry of your progress was damaged and set aside; everything else was read.',
      lines,
    ),
    vscode.l10n.t(
      '{0} entries of your progress were damaged and set aside; everything else was read.',
      lines,
    ),
  );
  if ((await notifications.warn(message, show)) === show)
    await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
}

/** A random name for this machine, so that merged histories can be told apart. It says nothing of its owner. */
function deviceId(globalState: vscode.Memento): string {
  const stored = new Stored(globalState, 'device', v.string(), '');
  const known = stored.get();
  if (known !== '') return known;
  const made = crypto.randomUUID();
  void stored.set(made);
  return made;
}
