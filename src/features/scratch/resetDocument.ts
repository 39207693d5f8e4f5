import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import type { Scratch, ScratchFile } from '../../app/scratch/scratch.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { replaceText } from '../../hosts/vscode/ui/replaceText.js';

/**
 * Puts the author's text back, through the editor, so that *Undo* brings the learner's back; a copy is put aside as
 * well. Asks first, unless nothing was changed.
 */
export async function resetDocument(
  scratch: Scratch,
  uri: vscode.Uri,
  file: ScratchFile,
): Promise<void> {
  const { original } = file;
  if (original === undefined) {
    throw new Error(
      vscode.l10n.t('You made this file yourself: there is no original to go back to.'),
    );
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (document.getText().replaceAll('\r\n', '\n') === original) {
    if (document.isDirty) await document.save();
    notifications.status(vscode.l10n.t('{0} is the original.', name));
    return;
  }
  const reset = vscode.l10n.t('Reset');
  const answer = await notifications.ask(
    vscode.l10n.t('Reset {0} to the original?', plainText(name)),
    vscode.l10n.t('Undo brings your version back, and a copy of it is kept beside the file.'),
    reset,
  );
  if (answer !== reset) return;
  if (document.isDirty) await document.save();
  await scratch.keepCopy(uri.fsPath);
  if (!(await replaceText(document, original))) {
    throw new Error(vscode.l10n.t('{0} could not be reset. Close it and try again.', name));
  }
  await vscode.window.showTextDocument(document, { preview: false });
}
