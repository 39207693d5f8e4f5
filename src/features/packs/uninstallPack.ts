/** *Uninstall Pack*: takes an installed pack away. The learner's progress stays, for when it comes back. */
import * as vscode from 'vscode';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { pickOne } from '../../hosts/vscode/ui/picks.js';
import type { InstallServices } from './installPack.js';

export async function uninstallPack({
  catalog,
  packStore,
}: Pick<InstallServices, 'catalog' | 'packStore'>): Promise<void> {
  const installed = await packStore.list();
  if (installed.length === 0) {
    void notifications.info(
      vscode.l10n.t(
        'No pack is installed. Folders of packs are named in the setting interviewLab.packs.',
      ),
    );
    return;
  }
  const { packs } = await catalog.get();
  const rows = installed.map(({ id, origin }) => ({
    id,
    label: packs.find(({ info }) => info.id === id)?.info.title ?? id,
    description: id,
    detail: origin.file,
  }));
  const picked = await pickOne(rows, { title: vscode.l10n.t('Uninstall Pack') });
  if (!picked) return;
  await packStore.remove(picked.id);
  await catalog.reload();
  notifications.status(vscode.l10n.t('The pack is uninstalled. Your progress in it is kept.'));
}
