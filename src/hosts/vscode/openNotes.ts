import * as vscode from 'vscode';
import { LastNoted } from '../../core/progress/lastNoted.js';
import type { Journal } from '../../core/progress/journal.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Host } from '../../app/host.js';
import type { StoredNotes } from '../../app/notes.js';
import type { Log } from '../../app/log.js';
import { notifications } from './ui/notifications.js';

/** The learner's notes in the extension's storage: read again when they are saved, here or elsewhere, and journaled. */
export function openNotes(
  host: Host,
  storageUri: vscode.Uri,
  journal: Journal,
  log: Log,
): StoredNotes & Disposable {
  const notes = host.openNotes(vscode.Uri.joinPath(storageUri, 'notes').fsPath);
  const store = new DisposableStore();
  const noted = journal.follow(() => new LastNoted());
  const refresh = async (question: string | undefined): Promise<void> => {
    if (question !== undefined) await notes.refresh([question]);
  };
  const saved = async (question: string): Promise<void> => {
    await notes.refresh([question]);
    const empty = notes.body(question) === undefined;
    if (noted.value.isNews(question, empty, Date.now()))
      await journal.record({ kind: 'noted', question, empty });
  };
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      const question = notes.questionOf(uri.fsPath);
      if (question === undefined) return;
      saved(question).catch((error: unknown) => {
        log.error('A note was saved but could not be journaled', error);
        notifications.failure(error);
      });
    }),
  );
  const folder = vscode.Uri.file(notes.root);
  const watcher = store.add(
    vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.md')),
  );
  const touched = ({ fsPath }: vscode.Uri): void => void refresh(notes.questionOf(fsPath));
  store.add(watcher.onDidCreate(touched));
  store.add(watcher.onDidChange(touched));
  store.add(watcher.onDidDelete(touched));
  void notes.load();
  return Object.assign(notes, {
    dispose: () => {
      store.dispose();
    },
  });
}
