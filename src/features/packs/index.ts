/** Follows the user's packs: what is wrong with them, in the Problems view and once in words, and which ids they gave up. */
import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import type { OpenPackFiles } from '../../app/content/packFiles.js';
import type { PackStore } from '../../app/content/packStore.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import type { Journal } from '../../core/progress/journal.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import type { PackCatalog, PackFaults } from '../../hosts/vscode/packCatalog.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';
import { problemOf } from '../../hosts/vscode/problems.js';
import { offerPacks } from './offerPacks.js';
import { followAliases } from './followAliases.js';

export function register(services: {
  readonly catalog: Pick<
    PackCatalog,
    'get' | 'reload' | 'uses' | 'onDidCheck' | 'onDidCompose' | 'folderOf' | 'folderPacks'
  >;
  readonly packStore: PackStore;
  readonly openPackFiles: OpenPackFiles;
  readonly workspaceState: vscode.Memento;
  readonly journal: Pick<Journal, 'rename'>;
  readonly log: Log;
}): Disposable {
  const store = new DisposableStore();
  store.add(followAliases(services.catalog, services.journal));
  store.add(offerPacks(services));
  store.add(
    registerCommand(services.log, 'interviewLab.installPack', async (target) =>
      (await import('./installPack.js')).installPack(services, target),
    ),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.uninstallPack', async () =>
      (await import('./uninstallPack.js')).uninstallPack(services),
    ),
  );
  const folders = new ContextKey('interviewLab.packs.folders');
  store.add(
    services.catalog.onDidCompose(() => {
      folders.set(services.catalog.folderPacks.map(({ root }) => vscode.Uri.file(root).path));
    }),
  );
  const diagnostics = store.add(vscode.languages.createDiagnosticCollection('interviewLab'));
  const told = new Set<string>();
  const showTyped = (document: vscode.TextDocument): void => {
    if (document.uri.scheme !== 'file' || !services.catalog.folderOf(document.uri.fsPath)) return;
    import('./typedProblems.js')
      .then((typed) => typed.showTyped(services.catalog, diagnostics, document))
      .catch((error: unknown) => {
        services.log.error('What is typed could not be checked', error);
      });
  };
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      showTyped(document);
    }),
  );
  store.add(
    services.catalog.onDidCheck((found) => {
      diagnostics.clear();
      for (const pack of found) show(diagnostics, pack);
      for (const document of vscode.workspace.textDocuments)
        if (document.isDirty) showTyped(document);
      const faulty = found.filter(({ faults }) => faults.length > 0);
      for (const { root, faults } of faulty) {
        if (told.has(root)) continue;
        told.add(root);
        void tell(root, faults);
      }
      for (const { root } of found)
        if (!faulty.some((each) => each.root === root)) told.delete(root);
    }),
  );
  return store;
}

function show(diagnostics: vscode.DiagnosticCollection, { root, faults }: PackFaults): void {
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const fault of faults) {
    const list = byFile.get(fault.file);
    if (list) list.push(problemOf(fault));
    else byFile.set(fault.file, [problemOf(fault)]);
  }
  for (const [file, list] of byFile)
    diagnostics.set(vscode.Uri.joinPath(vscode.Uri.file(root), file), list);
}

async function tell(root: string, faults: PackFaults['faults']): Promise<void> {
  const first = faults[0];
  if (!first) return;
  const where = `${plainText(vscode.Uri.joinPath(vscode.Uri.file(root), first.file).fsPath)}:${String(first.line + 1)}`;
  const more =
    faults.length > 1 ? vscode.l10n.t(' ({0} more in the Problems view)', faults.length - 1) : '';
  const problems = vscode.l10n.t('Show Problems');
  const chosen = await notifications.warn(`${where}: ${plainText(first.message)}${more}`, problems);
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
