/** *New Question*, *New Quiz*, *New Exercise*: a file that works at once, opened at what its author types first. */
import * as vscode from 'vscode';
import { newPart, partFile, partIdFault } from '../../app/authoring/newParts.js';
import type { PartKind } from '../../app/authoring/newParts.js';
import { slugOf } from '../../app/authoring/slug.js';
import type { FolderPack } from '../../app/content/folderPack.js';
import { askText, pickOne } from '../../hosts/vscode/ui/picks.js';
import { choosePack } from './choosePack.js';
import type { Packs } from './choosePack.js';
import { writeTexts } from './writeTexts.js';

export async function createPart(packs: Packs, kind: PartKind, target: unknown): Promise<void> {
  const title = commandTitle(kind);
  const pack = await choosePack(packs, target, title);
  if (!pack) return;
  const about =
    kind === 'quiz' ? await askForQuestion(pack, title) : await askForTopic(pack, title);
  if (about === undefined) return;
  const named = await askText({
    title,
    prompt: vscode.l10n.t('What is its title? Its id, which stays for ever, is made of this.'),
    value: '',
    ignoreFocusOut: true,
    fault: (text) => titleFault(pack, kind, slugOf(text)),
  });
  if (named === undefined) return;
  const part = newPart(kind, { title: named.trim(), topic: about, question: about });
  await writeTexts(vscode.Uri.file(pack.root), part.files);
  await openAt(
    vscode.Uri.joinPath(vscode.Uri.file(pack.root), [...part.files.keys()][0] ?? ''),
    part.select,
  );
}

function commandTitle(kind: PartKind): string {
  if (kind === 'question') return vscode.l10n.t('New Question');
  return kind === 'quiz' ? vscode.l10n.t('New Quiz') : vscode.l10n.t('New Exercise');
}

async function askForTopic({ info }: FolderPack, title: string): Promise<string | undefined> {
  const rows = info.topics.map(({ id, title: label, description }) => ({ id, label, description }));
  if (rows.length === 1) return rows[0]?.id;
  return (await pickOne(rows, { title, placeHolder: vscode.l10n.t('Topic') }))?.id;
}

/** @throws a sentence for the user when the pack has no question. */
async function askForQuestion(pack: FolderPack, title: string): Promise<string | undefined> {
  const rows = pack.questions.map(({ id, title: label }) => ({ id, label, description: id }));
  if (rows.length === 0)
    throw new Error(
      vscode.l10n.t('Each item of a quiz is about a question of the pack: make a question first.'),
    );
  if (rows.length === 1) return rows[0]?.id;
  const placeHolder = vscode.l10n.t('The question that its first item is about');
  return (await pickOne(rows, { title, placeHolder }))?.id;
}

function titleFault(pack: FolderPack, kind: PartKind, id: string): string | undefined {
  if (id === '') return vscode.l10n.t('The title needs a letter from a to z, or a digit.');
  const file = partFile(kind, id);
  const wrong = partIdFault(kind, id);
  if (wrong !== undefined) return wrong;
  const isTaken = pack.files.has(file) || pack.files.has(file.replace(/\.yaml$/, '.yml'));
  return isTaken ? vscode.l10n.t('{0} is there already: choose another title.', file) : undefined;
}

async function openAt(uri: vscode.Uri, select: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.getText().indexOf(select);
  const selection = new vscode.Range(
    document.positionAt(at),
    document.positionAt(at + select.length),
  );
  await vscode.window.showTextDocument(document, { preview: false, selection });
}
