/** Which of the user's packs a command is meant for. */
import * as vscode from 'vscode';
import type { FolderPack } from '../../app/content/folderPack.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { pickOne } from '../../hosts/vscode/ui/picks.js';

export type Packs = Pick<PackCatalog, 'get' | 'reload' | 'folderOf' | 'folderPacks'>;

/**
 * That of the file or folder given, or of the file in front, or the only one, or the one that is picked. Undefined when
 * the user leaves it, or has none yet and is offered one.
 */
export async function choosePack(
  packs: Packs,
  target: unknown,
  title: string,
): Promise<FolderPack | undefined> {
  await packs.get();
  const uri = target instanceof vscode.Uri ? target : activeFile();
  const all = packs.folderPacks;
  const root = uri && (packs.folderOf(uri.fsPath)?.root ?? uri.fsPath);
  const found = all.find((pack) => pack.root === root);
  if (found) return found;
  if (all.length === 0) {
    await offerNewPack();
    return undefined;
  }
  if (all.length === 1) return all[0];
  const rows = all.map((pack) => ({
    label: pack.info.title,
    description: pack.info.id,
    detail: pack.root,
    pack,
  }));
  return (await pickOne(rows, { title, placeHolder: vscode.l10n.t('Which pack?') }))?.pack;
}

function activeFile(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

async function offerNewPack(): Promise<void> {
  const make = vscode.l10n.t('New Pack');
  const message = vscode.l10n.t('There is no pack in a folder of yours yet. Make one first.');
  if ((await notifications.info(message, make)) === make) await runCommand('interviewLab.newPack');
}
