import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Asks where to save a text and saves it; resolves with its name, or undefined when the learner cancels. */
export async function saveFile(
  name: string,
  dialog: { readonly title: string; readonly filters: Readonly<Record<string, string[]>> },
  content: () => Promise<string>,
): Promise<string | undefined> {
  const target = await vscode.window.showSaveDialog({
    title: dialog.title,
    filters: { ...dialog.filters },
    defaultUri: vscode.Uri.file(join(homedir(), name)),
  });
  if (!target) return undefined;
  const bytes = Buffer.from(await content());
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
