/** A table of contents: builds the services, and registers each feature with what it needs of them. */
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { progressOf } from './core/progress/progress.js';
import * as history from './features/history/index.js';
import * as interpreter from './features/interpreter/index.js';
import * as packs from './features/packs/index.js';
import * as question from './features/question/index.js';
import * as quiz from './features/quiz/index.js';
import * as scratch from './features/scratch/index.js';
import * as topics from './features/topics/index.js';
import { registerCommand } from './platform/commands.js';
import { DisposableStore } from './platform/disposable.js';
import { createLog } from './platform/log.js';
import { PackCatalog } from './platform/packs/packCatalog.js';
import { openJournal } from './platform/openJournal.js';
import { UserInterpreters } from './platform/python/interpreterService.js';
import { PythonRunner } from './platform/python/runner.js';
import { createReadingOrder } from './platform/readingOrder.js';
import { ScratchFiles, scratchFolder } from './platform/scratch/scratchFiles.js';

export function activate(context: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const { extensionUri, globalStorageUri: storageUri, globalState, workspaceState } = context;

  const log = store.add(createLog());
  const journal = store.add(openJournal(storageUri, globalState, log));
  const services = {
    extensionUri,
    storageUri,
    globalState,
    workspaceState,
    log,
    catalog: store.add(new PackCatalog(extensionUri, log)),
    journal,
    progress: progressOf(journal),
    interpreters: store.add(new UserInterpreters(log)),
    runner: store.add(new PythonRunner()),
    scratch: new ScratchFiles(join(storageUri.fsPath, scratchFolder)),
    order: createReadingOrder(),
  };

  store.add(registerCommand(log, 'interviewLab.showLog', () => log.show()));
  for (const feature of [packs, topics, question, quiz, scratch, interpreter, history])
    store.add(feature.register(services));
}
