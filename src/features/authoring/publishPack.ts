/** *Publish Pack*: checks a pack, and writes it as one file. */
import * as vscode from 'vscode';
import { isPartOfPack } from '../../core/pack/filePlaces.js';
import type { PackStore } from '../../app/content/packStore.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { choosePack } from './choosePack.js';
import type { Packs } from './choosePack.js';

export async function publishPack(
  packs: Packs,
  store: Pick<PackStore, 'publish'>,
  target: unknown,
): Promise<void> {
  const title = vscode.l10n.t('Publish Pack');
  const chosen = await choosePack(packs, target, title);
  if (!chosen) return;
  await vscode.workspace.saveAll(false);
  // What was saved just now is read anew.
  await packs.reload();
  const pack = packs.folderPacks.find(({ root }) => root === chosen.root);
  if (!pack || (await hasProblems(await pack.check()))) return;
  const { id, version } = pack.info;
  const name = `${id}-${version.replace(/[^\w.-]+/g, '-')}.labpack`;
  const to = await vscode.window.showSaveDialog({
    title,
    saveLabel: vscode.l10n.t('Publish'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(pack.root), '..', name),
    filters: { [vscode.l10n.t('Packs')]: ['labpack'] },
  });
  if (!to) return;
  const files = [...pack.files].filter(isPartOfPack);
  await store.publish({ root: pack.root, info: pack.info, files }, to.fsPath);
  const copy = vscode.l10n.t('Copy Path');
  const message = vscode.l10n.t(
    '{0} is written: whoever has it installs it with Install Pack.',
    to.fsPath,
  );
  if ((await notifications.info(message, copy)) === copy)
    await vscode.env.clipboard.writeText(to.fsPath);
}

async function hasProblems(faults: readonly unknown[]): Promise<boolean> {
  if (faults.length === 0) return false;
  const show = vscode.l10n.t('Show Problems');
  const message = vscode.l10n.t(
    'The pack is not published before its problems are mended: there are {0}.',
    faults.length,
  );
  if ((await notifications.warn(message, show)) === show)
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  return true;
}
