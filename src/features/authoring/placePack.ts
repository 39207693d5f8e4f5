/** Puts a new pack into a folder of its own, and among the user's packs. */
import * as vscode from 'vscode';
import { slugOf } from '../../app/authoring/slug.js';
import { shippedPack } from '../../core/pack/packId.js';
import { isDeviceName } from '../../core/pack/safePath.js';
import { askText } from '../../hosts/vscode/ui/picks.js';
import { usePacks } from '../../hosts/vscode/usePacks.js';
import { isThere, writeTexts } from './writeTexts.js';

export interface PackPlace {
  readonly id: string;
  readonly title: string;
  /** It is not there yet. */
  readonly folder: vscode.Uri;
}

/** Asks for the title of a new pack and where it goes; undefined when the user leaves it. */
export async function askForPlace(value: string): Promise<PackPlace | undefined> {
  const title = await askText({
    title: vscode.l10n.t('New Pack'),
    prompt: vscode.l10n.t('What is the pack called? Its id and its folder are made of this.'),
    value,
    ignoreFocusOut: true,
    fault: titleFault,
  });
  if (title === undefined) return undefined;
  const opened = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder that the pack’s folder is made in'),
      openLabel: vscode.l10n.t('Make the Pack Here'),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(opened ? { defaultUri: opened } : {}),
    })) ?? [];
  if (!parent) return undefined;
  const id = slugOf(title);
  const folder = vscode.Uri.joinPath(parent, id);
  if (await isThere(folder))
    throw new Error(
      vscode.l10n.t('{0} is there already. Choose another title or folder.', folder.fsPath),
    );
  return { id, title: title.trim(), folder };
}

/** Writes its files, opens the first of them, and adds the folder to the user's packs. */
export async function placePack(
  { folder }: PackPlace,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  await writeTexts(folder, files);
  await usePacks([folder.fsPath]);
  const [first] = files.keys();
  if (first !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first), { preview: false });
}

function titleFault(title: string): string | undefined {
  const id = slugOf(title);
  if (id === '') return vscode.l10n.t('The title needs a letter from a to z, or a digit.');
  if (id === shippedPack)
    return vscode.l10n.t('“{0}” is the pack that ships: choose another title.', id);
  if (isDeviceName(id))
    return vscode.l10n.t('“{0}” names a device on Windows: choose another title.', id);
  return undefined;
}
