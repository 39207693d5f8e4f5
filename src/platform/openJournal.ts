import { randomUUID } from 'node:crypto';
import { mkdirSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from './disposable.js';
import type { Disposable } from './disposable.js';
import { JournalFile } from './journalFile.js';
import type { Log } from './log.js';
import { Stored } from './stored.js';

/** The learner's journal, kept in the extension's storage; follows what other windows append. */
export function openJournal(
  storageUri: vscode.Uri,
  globalState: vscode.Memento,
  log: Log,
): JournalFile & Disposable {
  const path = join(storageUri.fsPath, 'journal.jsonl');
  const journal = new JournalFile(path, Date.now, deviceId(globalState));
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
      void vscode.window.showErrorMessage(
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
  store.add(watchFile(path, () => void load(), log));
  return Object.assign(journal, {
    dispose: () => {
      store.dispose();
    },
  });
}

async function tellOfDamage(lines: number, path: string): Promise<void> {
  const show = vscode.l10n.t('Show What Was Damaged');
  const message =
    lines === 1
      ? vscode.l10n.t(
          'One entry of your progress was damaged and set aside; everything else was read.',
        )
      : vscode.l10n.t(
          '{0} entries of your progress were damaged and set aside; everything else was read.',
          lines,
        );
  if ((await vscode.window.showWarningMessage(message, show)) === show)
    await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
}

/** Calls when the file may have changed. Where nothing can be watched, focus alone must do. */
function watchFile(path: string, changed: () => void, log: Log): Disposable {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) changed();
    });
    watcher.on('error', (error) => {
      log.warn('The journal is no longer watched', error);
      watcher.close();
    });
    return {
      dispose: () => {
        watcher.close();
      },
    };
  } catch (error) {
    log.warn('The journal cannot be watched', error);
    return { dispose: () => undefined };
  }
}

/** A random name for this machine, so that merged histories can be told apart. It says nothing of its owner. */
function deviceId(globalState: vscode.Memento): string {
  const stored = new Stored(globalState, 'device', v.string(), '');
  const known = stored.get();
  if (known !== '') return known;
  const made = randomUUID();
  void stored.set(made);
  return made;
}
