/** Scratch files: snippets as real files, which the learner changes, runs, compares and resets. */
import * as vscode from 'vscode';
import type { Snippet } from '../../core/pack/pack.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { ScratchFile } from '../../app/scratch/scratch.js';
import type { Services } from '../../hosts/vscode/services.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';
import { debugFile } from './debugFile.js';
import { OriginalDocuments } from './originalDocuments.js';
import { pickSnippet } from '../../hosts/vscode/pickSnippet.js';
import type { SnippetChoice } from '../../hosts/vscode/pickSnippet.js';
import { resetDocument } from './resetDocument.js';
import { ScratchLenses } from './scratchLenses.js';
import { showDocument, showPlace } from './showDocument.js';
import { TerminalRuns } from './terminalRuns.js';

export type ScratchServices = Pick<
  Services,
  'catalog' | 'interpreters' | 'pythons' | 'launches' | 'log' | 'machine' | 'scratch'
>;

export function register(services: ScratchServices): Disposable {
  const { catalog, log, scratch } = services;
  const store = new DisposableStore();
  const runs = new TerminalRuns(services);
  const originals = store.add(new OriginalDocuments(scratch));
  store.add(new ScratchLenses(scratch));

  const files = new ContextKey('interviewLab.scratch.files');
  const refreshKey = async (): Promise<void> => {
    files.set(await scratch.all());
  };
  store.add(scratch.onDidChange(() => void refreshKey()));
  void refreshKey();
  store.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (isInside(scratch.root, uri)) scratch.notifyChanged();
    }),
  );

  const choose = async (question: unknown, snippet: unknown): Promise<SnippetChoice | undefined> =>
    pickSnippet(await catalog.get(), textOf(question), textOf(snippet));

  /** The scratch file meant, brought up to the pack of today where the pack still has its snippet. */
  const meant = async (
    target: unknown,
  ): Promise<{ uri: vscode.Uri; file: ScratchFile; snippet: Snippet | undefined }> => {
    const uri =
      target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
    const found = uri?.scheme === 'file' ? await scratch.find(uri.fsPath) : undefined;
    if (!uri || !found) {
      throw new Error(
        vscode.l10n.t(
          'This is not a scratch file. Open a snippet with “Open Snippet in Editor” first.',
        ),
      );
    }
    const snippet = await snippetOf(services, found);
    if (snippet) await scratch.open(found.questionId, snippet);
    return { uri, file: (await scratch.find(uri.fsPath)) ?? found, snippet };
  };

  store.add(
    registerCommand(log, 'interviewLab.openSnippet', async (question, name, place) => {
      const chosen = await choose(question, name);
      if (!chosen) return;
      const main = await scratch.open(chosen.questionId, chosen.snippet);
      await (place === undefined
        ? showDocument(vscode.Uri.file(main))
        : showPlace(services.machine, main, place, (file) => originals.of(file)));
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.runSnippet', async (question, name) => {
      const chosen = await choose(question, name);
      if (!chosen) return;
      const main = await scratch.open(chosen.questionId, chosen.snippet);
      await runs.run(main, chosen.questionId, chosen.snippet);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.runScratch', async (target) => {
      const { file, snippet } = await meant(target);
      await runs.run(file.main, file.questionId, snippet);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.debugSnippet', async (question, name) => {
      const chosen = await choose(question, name);
      if (!chosen) return;
      const main = await scratch.open(chosen.questionId, chosen.snippet);
      await showDocument(vscode.Uri.file(main));
      await debugFile(services, main, chosen.questionId, chosen.snippet);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.debugScratch', async (target) => {
      const { file, snippet } = await meant(target);
      await debugFile(services, file.main, file.questionId, snippet);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.compareScratch', async (target) => {
      const { uri, file } = await meant(target);
      if (file.original === undefined) {
        throw new Error(
          vscode.l10n.t('You made this file yourself: there is no original to compare it with.'),
        );
      }
      await originals.compare(uri);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.resetScratch', async (target) => {
      const { uri, file } = await meant(target);
      await resetDocument(scratch, uri, file);
    }),
  );
  return store;
}

/** Undefined when the packs no longer have it: the learner's file stays usable without. */
async function snippetOf(
  { catalog, log }: ScratchServices,
  file: ScratchFile,
): Promise<Snippet | undefined> {
  try {
    const question = await (await catalog.get()).load(file.questionId);
    return question.code.find(({ name }) => name === file.snippetName);
  } catch (error) {
    log.warn(`The question of ${file.main} cannot be loaded`, error);
    return undefined;
  }
}

function isInside(root: string, uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && uri.path.startsWith(`${vscode.Uri.file(root).path}/`);
}

function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}
