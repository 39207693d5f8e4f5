import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Disposable } from './disposable.js';
import { JournalFile } from './journalFile.js';
import type { Log } from './log.js';
import { Stored } from './stored.js';

/** The learner's journal, kept in the extension's storage; follows what other windows append when this one is used again. */
export function openJournal(
  storageUri: vscode.Uri,
  globalState: vscode.Memento,
  log: Log,
): JournalFile & Disposable {
  const path = join(storageUri.fsPath, 'journal.jsonl');
  const journal = new JournalFile(path, Date.now, deviceId(globalState));
  const load = async (): Promise<void> => {
    try {
      const { damaged } = await journal.load();
      if (damaged === 0) return;
      log.warn(`${String(damaged)} lines of the journal could not be read and were set aside`);
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          '{0} entries of your progress were damaged and set aside in {1}; everything else was read.',
          damaged,
          `${journal.path}.damaged`,
        ),
      );
    } catch (error) {
      log.error('The journal could not be read', error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'Your progress could not be read from {0}. Check that the file is readable, then reload the window.',
          journal.path,
        ),
      );
    }
  };
  void load();
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) void load();
  });
  return Object.assign(journal, {
    dispose: () => {
      focus.dispose();
    },
  });
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
