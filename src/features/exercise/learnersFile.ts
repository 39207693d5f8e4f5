/** The learner's own file of an exercise: laid out from the starter once, and the learner's for ever. */
import * as vscode from 'vscode';
import type { Files } from '../../app/files.js';
import { exercisesFolder } from '../../app/quietRoom/practiceFiles.js';
import { fileName } from '../../app/sessions/fileName.js';
import type { Exercise } from '../../core/pack/exercise.js';
import { qualified } from '../../core/pack/packId.js';
import { replaceText } from '../../hosts/vscode/ui/replaceText.js';

/** In the folder of an exercise, what the learner wrote in earlier goes. */
const earlierFolder = 'earlier';

export class LearnersFile {
  readonly uri: vscode.Uri;
  private readonly name: string;
  private readonly folder: vscode.Uri;

  constructor(
    private readonly files: Files,
    storage: vscode.Uri,
    private readonly exercise: Exercise,
  ) {
    this.name = `${exercise.module}.py`;
    const own = fileName(qualified(exercise.id));
    this.folder = vscode.Uri.joinPath(storage, exercisesFolder, own);
    this.uri = vscode.Uri.joinPath(this.folder, this.name);
  }

  /** Shows it, with the focus; `line` is 1-based. Rejects with a sentence for the user when it cannot be written. */
  async show(column: vscode.ViewColumn, line?: number): Promise<void> {
    const texts = this.files.texts(this.folder.fsPath);
    if ((await texts.read(this.name)) === undefined)
      await texts.write(this.name, this.exercise.starter);
    const document = await vscode.workspace.openTextDocument(this.uri);
    const visible = vscode.window.visibleTextEditors.find((each) => each.document === document);
    const place = line === undefined ? undefined : new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(document, {
      viewColumn: visible?.viewColumn ?? column,
      preview: false,
      ...(place ? { selection: document.validateRange(place) } : {}),
    });
  }

  /**
   * Puts the starter back, through the editor, so that *Undo* brings back what was there; that is kept beside it as well.
   * Rejects with a sentence for the user when it cannot be written.
   */
  async beginAgain(): Promise<void> {
    const { starter, module } = this.exercise;
    const texts = this.files.texts(this.folder.fsPath);
    if ((await texts.read(this.name)) === undefined) return;
    const own = await this.text();
    if (own === starter) return;
    const earlier = this.files.texts(vscode.Uri.joinPath(this.folder, earlierFolder).fsPath);
    const count = (await earlier.names()).length;
    await earlier.write(`${module}-${String(count + 1)}.py`, own);
    const document = await vscode.workspace.openTextDocument(this.uri);
    if (!(await replaceText(document, starter)))
      throw new Error(
        vscode.l10n.t('{0} could not be begun again. Close it and try again.', this.name),
      );
  }

  /** What the editor has, which is saved; what the disk has when it is not open, the starter when it is not there. */
  async text(): Promise<string> {
    const open = this.document;
    if (open?.isDirty) await open.save();
    const text = open?.getText() ?? (await this.files.texts(this.folder.fsPath).read(this.name));
    return (text ?? this.exercise.starter).replaceAll('\r\n', '\n');
  }

  isOf(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  private get document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((each) => this.isOf(each));
  }
}
