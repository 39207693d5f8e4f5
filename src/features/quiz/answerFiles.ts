/** Code answers as real files, one for each item of each taking of a quiz, edited beside the page. */
import * as vscode from 'vscode';
import type { Files } from '../../app/files.js';
import type { Texts } from '../../app/ports.js';
import { fileName as fileNameOf } from '../../hosts/vscode/fileName.js';
import { fileName } from '../../app/sessions/fileName.js';
import type { CodeItem } from '../../core/pack/pack.js';
import type { SessionEntry } from '../../core/quiz/session.js';
import { moduleFileName } from '../../core/python/moduleNames.js';
import type { AnswerFile } from '../../protocol/quiz.js';

/** Under the folder of a taking. */
export const codeFolder = 'code';

/** An item that the pack changed gets a file of its own: the old one stays as the learner left it. */
export function answerUri(folder: string, entry: SessionEntry, item: CodeItem): vscode.Uri {
  const own = fileName(`${entry.quiz}-${entry.item}-${entry.fingerprint}`);
  return vscode.Uri.joinPath(
    vscode.Uri.file(folder),
    codeFolder,
    own,
    moduleFileName(item.id, item.starter),
  );
}

/** As the editor has it, saved or not; undefined when the learner has not opened it. */
export async function readAnswer(files: Files, uri: vscode.Uri): Promise<AnswerFile | undefined> {
  const name = fileNameOf(uri);
  const text = openDocument(uri)?.getText() ?? (await textsBeside(files, uri).read(name));
  return text === undefined ? undefined : { name, text: text.replaceAll('\r\n', '\n') };
}

/** Saves what the editor has, so that the answer that is graded is also the one in the file. */
export async function saveAnswer(uri: vscode.Uri): Promise<void> {
  const document = openDocument(uri);
  if (document?.isDirty) await document.save();
}

/** Opens the file beside the quiz, laid out from the starter when there is none; `text` replaces what it holds. */
export async function openAnswer(
  files: Files,
  uri: vscode.Uri,
  starter: string,
  text: string | undefined,
): Promise<void> {
  const texts = textsBeside(files, uri);
  const name = fileNameOf(uri);
  if ((await texts.read(name)) === undefined) await texts.write(name, text ?? starter);
  const document = await vscode.workspace.openTextDocument(uri);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  if (text === undefined || document.getText() === text) return;
  const all = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  // Through the editor: *Undo* brings back what was in the file.
  const replaced = await editor.edit((edit) => {
    edit.replace(all, text);
  });
  if (!replaced) {
    throw new Error(vscode.l10n.t('{0} could not be changed. Copy your text into it.', name));
  }
  await document.save();
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
}

function textsBeside(files: Files, uri: vscode.Uri): Texts {
  return files.texts(vscode.Uri.joinPath(uri, '..').fsPath);
}
