/** The files of packs as their authors have them open: with what is typed but not saved yet. */
import * as vscode from 'vscode';
import { AuthoredPack } from '../../app/authoring/help/authoredPack.js';
import type { PackCatalog } from './packCatalog.js';

export interface AuthoredFile {
  readonly pack: AuthoredPack;
  /** Absolute path of the pack's folder. */
  readonly root: string;
  /** The path within the pack, with forward slashes. */
  readonly file: string;
  /** Its lines end with `\n`. */
  readonly text: string;
}

/** Undefined for a file that is in no pack in use, or in one that cannot be read. */
export function authoredFile(
  catalog: Pick<PackCatalog, 'folderOf'>,
  document: vscode.TextDocument,
): AuthoredFile | undefined {
  const found = catalog.folderOf(document.uri.fsPath);
  if (!found?.pack || document.uri.scheme !== 'file') return undefined;
  const { root, pack } = found;
  const unsaved = new Map<string, string>();
  for (const open of vscode.workspace.textDocuments) {
    const isOwn = catalog.folderOf(open.uri.fsPath)?.root === root;
    if (isOwn && (open.isDirty || open === document)) unsaved.set(pathIn(root, open), textOf(open));
  }
  const file = pathIn(root, document);
  return { pack: new AuthoredPack(pack, unsaved), root, file, text: textOf(document) };
}

function pathIn(root: string, { uri }: vscode.TextDocument): string {
  return uri.fsPath.slice(root.length + 1).replaceAll('\\', '/');
}

function textOf(document: vscode.TextDocument): string {
  return document.getText().replace(/\r\n?/g, '\n');
}
