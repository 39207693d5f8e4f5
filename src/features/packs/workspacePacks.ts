/** Packs in the workspace that are not in use yet are offered. Nothing is read in Restricted Mode. */
import * as vscode from 'vscode';
import type { OpenPackFiles } from '../../app/content/packFiles.js';
import type { PackInfo } from '../../core/pack/pack.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { pickSeveral } from '../../hosts/vscode/ui/picks.js';
import { usePacks } from '../../hosts/vscode/usePacks.js';

/** Files named `pack.yaml` that are looked at. */
const most = 50;
const declinedKey = 'packs.declined';

export interface OfferServices {
  readonly catalog: Pick<PackCatalog, 'get' | 'uses'>;
  readonly openPackFiles: OpenPackFiles;
  readonly workspaceState: vscode.Memento;
}

interface Found {
  readonly root: string;
  readonly label: string;
}

export async function offerWorkspacePacks(services: OfferServices): Promise<void> {
  if (!vscode.workspace.isTrusted) return;
  const found = await findPacks(services);
  const [first] = found;
  if (!first) return;
  const [message, use] =
    found.length === 1
      ? [
          vscode.l10n.t('There is a pack of questions in this workspace: “{0}”.', first.label),
          vscode.l10n.t('Use It'),
        ]
      : [
          vscode.l10n.t('There are {0} packs of questions in this workspace.', found.length),
          vscode.l10n.t('Choose…'),
        ];
  const never = vscode.l10n.t('Never');
  const answer = await notifications.info(message, use, never);
  if (answer === never) await decline(services, found);
  if (answer !== use) return;
  const title = vscode.l10n.t('Packs to Use');
  const rows = found.map((each) => ({ ...each, detail: each.root, picked: true }));
  const chosen = found.length === 1 ? found : ((await pickSeveral(rows, { title })) ?? []);
  if (chosen.length === 0) return;
  await usePacks(chosen.map(({ root }) => root));
}

async function findPacks({
  catalog,
  openPackFiles,
  workspaceState,
}: OfferServices): Promise<readonly Found[]> {
  const files = await vscode.workspace.findFiles('**/pack.yaml', '**/{node_modules,.*}/**', most);
  const declined = workspaceState.get<readonly string[]>(declinedKey, []);
  const { packs } = await catalog.get();
  const found: Found[] = [];
  for (const file of files) {
    const root = vscode.Uri.joinPath(file, '..').fsPath;
    if (file.scheme !== 'file' || catalog.uses(root) || declined.includes(root)) continue;
    const info = await infoOf(root, openPackFiles);
    if (info && !packs.some((pack) => pack.info.id === info.id))
      found.push({ root, label: info.title });
  }
  return found;
}

/** Undefined where the file is another tool’s, or the folder cannot be read. */
async function infoOf(root: string, open: OpenPackFiles): Promise<PackInfo | undefined> {
  const { parsePackInfo } = await import('../../core/pack/parsePack.js');
  const text = await open(root)
    .then((folder) => folder.read('pack.yaml'))
    .catch(() => undefined);
  return text === undefined ? undefined : parsePackInfo(text).info;
}

async function decline({ workspaceState }: OfferServices, found: readonly Found[]): Promise<void> {
  const declined = workspaceState.get<readonly string[]>(declinedKey, []);
  await workspaceState.update(declinedKey, [...declined, ...found.map(({ root }) => root)]);
}
