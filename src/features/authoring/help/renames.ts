import * as vscode from 'vscode';
import { namedAt, ownName } from '../../../app/authoring/help/definition.js';
import { renaming } from '../../../app/authoring/help/renaming.js';
import type { Named } from '../../../core/pack/spots/spot.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';
import { editOf } from './workspaceEdits.js';

type Packs = Pick<PackCatalog, 'folderOf'>;

/** @throws Error with a sentence for the author where nothing is named. */
export function prepareRename(
  packs: Packs,
  document: vscode.TextDocument,
  position: vscode.Position,
): { range: vscode.Range; placeholder: string } {
  const { line, character } = position;
  const at = authoredFile(packs, document);
  const found = at && namedAt(at.file, at.text, line, character);
  if (!found) throw new Error(vscode.l10n.t('Nothing is named here that the pack could rename.'));
  const word = document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position);
  const { named, columns } = found;
  const range = columns ? new vscode.Range(line, columns[0], line, columns[1]) : word;
  return { range, placeholder: named.id };
}

/** Rejects with a sentence for the author where it cannot have that name. */
export async function renameEdits(
  packs: Packs,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const at = authoredFile(packs, document);
  const found = at && namedAt(at.file, at.text, line, character);
  if (!found) return undefined;
  const { edits, move } = await renaming(at.pack, found.named, name);
  if (!move) return editOf(at.root, edits);
  // A move is done before all edits of text, and brings them along: see `editsForMove`.
  const edit = new vscode.WorkspaceEdit();
  const root = vscode.Uri.file(at.root);
  edit.renameFile(vscode.Uri.joinPath(root, move.from), vscode.Uri.joinPath(root, move.to));
  return edit;
}

/** What else changes when the user gives the file or folder of something another name; nothing where it is moved elsewhere. */
export async function editsForMove(
  packs: Packs,
  from: vscode.Uri,
  to: vscode.Uri,
): Promise<vscode.WorkspaceEdit> {
  const [old, renamed] = [nameOf(packs, from), nameOf(packs, to)];
  const none = new vscode.WorkspaceEdit();
  if (old?.root === undefined || renamed?.named.kind !== old.named.kind) return none;
  const yaml = vscode.Uri.joinPath(vscode.Uri.file(old.root), 'pack.yaml');
  const at = authoredFile(packs, await vscode.workspace.openTextDocument(yaml));
  if (!at) return none;
  const plan = await renaming(at.pack, old.named, renamed.named.id).catch(() => undefined);
  if (!plan) return none;
  const edit = editOf(old.root, plan.edits);
  const unsaved = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.fsPath),
  );
  const changed = edit.entries().map(([{ fsPath }]) => fsPath);
  changing.set(
    to.fsPath,
    changed.filter((path) => !unsaved.has(path)),
  );
  return edit;
}

/** By where something is moved to, the paths of the files that are changed with it and hold nothing else unsaved. */
const changing = new Map<string, readonly string[]>();

/** A name that stands on the disk in some files only would be a mistake in all the others. */
export async function saveRenamed(
  moved: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<void> {
  for (const { oldUri, newUri } of moved) {
    const paths = changing.get(newUri.fsPath) ?? [];
    changing.delete(newUri.fsPath);
    for (const path of paths) {
      const now = path.startsWith(oldUri.fsPath)
        ? newUri.fsPath + path.slice(oldUri.fsPath.length)
        : path;
      await (await vscode.workspace.openTextDocument(now)).save();
    }
  }
}

function nameOf(
  packs: Packs,
  { fsPath }: vscode.Uri,
): { readonly root: string; readonly named: Named } | undefined {
  const root = packs.folderOf(fsPath)?.root;
  if (root === undefined) return undefined;
  const path = fsPath.slice(root.length + 1).replaceAll('\\', '/');
  const isFolder = /^exercises\/[^/]+$/.test(path);
  const named = ownName(isFolder ? `${path}/exercise.md` : path);
  return named && (isFolder || named.kind !== 'exercise') ? { root, named } : undefined;
}
