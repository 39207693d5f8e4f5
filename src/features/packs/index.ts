/** Reports what is wrong with the user's packs: in the Problems view, and once in words. */
import * as vscode from 'vscode';
import { longestMessage, plainText } from '../../core/plainText.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import type { PackCatalog, PackFaults } from '../../hosts/vscode/packCatalog.js';

export function register(services: {
  readonly catalog: Pick<PackCatalog, 'onDidCheck'>;
}): Disposable {
  const store = new DisposableStore();
  const diagnostics = store.add(vscode.languages.createDiagnosticCollection('interviewLab'));
  const told = new Set<string>();
  store.add(
    services.catalog.onDidCheck((found) => {
      diagnostics.clear();
      for (const pack of found) show(diagnostics, pack);
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
  for (const { file, line, columns, message } of faults) {
    const [from, to] = columns ?? [0, Number.MAX_SAFE_INTEGER];
    const range = new vscode.Range(line, from, line, to);
    const diagnostic = new vscode.Diagnostic(
      range,
      plainText(message, longestMessage),
      vscode.DiagnosticSeverity.Error,
    );
    diagnostic.source = 'Python Interview Lab';
    const list = byFile.get(file);
    if (list) list.push(diagnostic);
    else byFile.set(file, [diagnostic]);
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
