import * as vscode from 'vscode';

/**
 * Writes texts by their paths in a folder.
 *
 * @throws a sentence for the user, before anything is written, when one of the files is there already.
 */
export async function writeTexts(
  folder: vscode.Uri,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const path of files.keys()) {
    const uri = vscode.Uri.joinPath(folder, path);
    if (await isThere(uri))
      throw new Error(vscode.l10n.t('{0} is there already. Choose another title.', uri.fsPath));
  }
  for (const [path, text] of files)
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, path),
      new TextEncoder().encode(text),
    );
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
