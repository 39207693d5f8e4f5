import * as vscode from 'vscode';
import type { Machine } from '../../app/ports.js';

/**
 * Asks where to save something and saves it; resolves with its name, or undefined when the learner cancels or there is
 * nothing to save after all.
 */
export async function saveFile(
  { home, paths }: Machine,
  name: string,
  dialog: { readonly title: string; readonly filters: Readonly<Record<string, string[]>> },
  content: () => Promise<Uint8Array | undefined>,
): Promise<string | undefined> {
  const target = await vscode.window.showSaveDialog({
    title: dialog.title,
    filters: { ...dialog.filters },
    defaultUri: vscode.Uri.file(paths.join(home, name)),
  });
  if (!target) return undefined;
  const bytes = await content();
  if (!bytes) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      vscode.l10n.t('{0} could not be written ({1}). Choose another place.', shown(target), reason),
      { cause: error },
    );
  }
  return shown(target);
}

function shown(target: vscode.Uri): string {
  return target.scheme === 'file' ? target.fsPath : target.toString(true);
}
