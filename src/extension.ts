/** A table of contents: builds the services, and registers each feature with what it needs of them. */
import * as vscode from 'vscode';
import { bookmarksOf } from './core/progress/bookmarks.js';
import { progressOf } from './core/progress/progress.js';
import * as authoring from './features/authoring/index.js';
import * as cards from './features/cards/index.js';
import * as exercise from './features/exercise/index.js';
import * as history from './features/history/index.js';
import * as interpreter from './features/interpreter/index.js';
import * as interview from './features/interview/index.js';
import * as packs from './features/packs/index.js';
import * as quietRoom from './features/quietRoom/index.js';
import * as question from './features/question/index.js';
import * as quiz from './features/quiz/index.js';
import * as review from './features/review/index.js';
import * as scratch from './features/scratch/index.js';
import * as statistics from './features/statistics/index.js';
import * as today from './features/today/index.js';
import * as trace from './features/trace/index.js';
import * as topics from './features/topics/index.js';
import { registerCommand } from './hosts/vscode/commands.js';
import { DisposableStore } from './app/disposable.js';
import { createLog } from './hosts/vscode/log.js';
import { openPacks } from './hosts/vscode/openPacks.js';
import { openNotes } from './hosts/vscode/openNotes.js';
import { openJournal } from './hosts/vscode/openJournal.js';
import { openPython } from './hosts/vscode/openPython.js';
import { RecentQuestions } from './hosts/vscode/recentQuestions.js';
import { createReadingOrder } from './app/readingOrder.js';
import { DueCards } from './hosts/vscode/dueCards.js';
import { scratchFolder } from './app/scratch/scratch.js';
import type { Host } from './app/host.js';
import { workspaceTrust } from './hosts/vscode/workspaceTrust.js';

export function start(context: vscode.ExtensionContext, host: Host): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const { extensionUri, globalStorageUri: storageUri, globalState, workspaceState } = context;

  const log = store.add(createLog());
  const journal = store.add(openJournal(host, storageUri, globalState, log));
  const folders = { extension: extensionUri.fsPath, storage: storageUri.fsPath };
  const { disposable, ...python } = openPython(host, workspaceTrust, folders, log);
  store.add(disposable);
  const { packDisposable, ...packServices } = openPacks(host, context, log);
  store.add(packDisposable);
  const { catalog } = packServices;
  const services = {
    extensionUri,
    storageUri,
    globalState,
    workspaceState,
    machine: host.machine,
    files: host.files,
    log,
    ...packServices,
    journal,
    progress: progressOf(journal),
    ...python,
    bookmarks: bookmarksOf(journal),
    notes: store.add(openNotes(host, storageUri, journal, log)),
    reviews: store.add(new DueCards({ journal, catalog, log })),
    scratch: host.openScratch(vscode.Uri.joinPath(storageUri, scratchFolder).fsPath),
    order: createReadingOrder(),
    recent: new RecentQuestions(globalState),
  };
  store.add(registerCommand(log, 'interviewLab.showLog', () => log.show()));
  for (const feature of [
    packs,
    authoring,
    today,
    topics,
    question,
    quiz,
    review,
    cards,
    interview,
    statistics,
    scratch,
    exercise,
    quietRoom,
    trace,
    interpreter,
    history,
  ])
    store.add(feature.register(services));
}
