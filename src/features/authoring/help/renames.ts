import * as vscode from 'vscode';
import { namedAt, ownName } from '../../../app/authoring/help/definition.js';
import { renaming } from '../../../app/authoring/help/renaming.js';
import type { Aliases } from '../../../core/pack/pack.js';
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
  const edit = editOf(at.root, edits);
  const root = vscode.Uri.file(at.root);
  if (move)
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
  // What *Rename Symbol* moves has its new name everywhere already.
  if (!at || isAlias(at.pack.info.aliases, old.named, renamed.named)) return none;
  const plan = await renaming(at.pack, old.named, renamed.named.id).catch(() => undefined);
  return plan ? editOf(old.root, plan.edits) : none;
}

function isAlias(aliases: Aliases | undefined, old: Named, renamed: Named): boolean {
  return Object.values<Readonly<Record<string, string>>>({ ...aliases }).some(
    (ids) => ids[old.id] === renamed.id,
  );
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
