/** *Install Pack*: shows what is in a pack and where it comes from before it is used. */
import * as vscode from 'vscode';
import { FolderPack } from '../../app/content/folderPack.js';
import type { OpenPackFiles } from '../../app/content/packFiles.js';
import { summaryOf } from '../../app/content/packSummary.js';
import { isSameOrigin } from '../../app/content/packStore.js';
import type { PackOrigin, PackStore } from '../../app/content/packStore.js';
import { shippedPack } from '../../core/pack/packId.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { pickOne } from '../../hosts/vscode/ui/picks.js';
import { usePacks } from '../../hosts/vscode/usePacks.js';

export interface InstallServices {
  readonly catalog: Pick<PackCatalog, 'get' | 'reload'>;
  readonly packStore: PackStore;
  readonly openPackFiles: OpenPackFiles;
}

/** @param target a `.labpack` or a folder; without it the user is asked */
export async function installPack(services: InstallServices, target: unknown): Promise<void> {
  const uri = target instanceof vscode.Uri ? target : await askForPack();
  if (!uri) return;
  const { type } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) !== 0) await addFolder(services, uri.fsPath);
  else await installFile(services, uri.fsPath);
}

async function askForPack(): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Install Pack');
  // A dialog of Windows or Linux cannot ask for either.
  const from = await pickOne(
    [
      { label: vscode.l10n.t('From a File…'), description: '.labpack', isFile: true },
      { label: vscode.l10n.t('From a Folder…'), description: 'pack.yaml', isFile: false },
    ],
    { title },
  );
  if (!from) return undefined;
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Look at It'),
    canSelectFiles: from.isFile,
    canSelectFolders: !from.isFile,
    ...(from.isFile ? { filters: { [vscode.l10n.t('Packs')]: ['labpack'] } } : {}),
  });
  return chosen?.[0];
}

async function installFile(
  { catalog, packStore, openPackFiles }: InstallServices,
  file: string,
): Promise<void> {
  const staged = await packStore.stage(file);
  try {
    const pack = await readPack(staged.root, openPackFiles);
    const { id, version, address } = pack.info;
    const origin: PackOrigin = { file, address };
    const installed = (await packStore.list()).find((each) => each.id === id);
    await refuseTaken(catalog, id, installed?.root);
    const before = installed && (await FolderPack.read(installed.root, openPackFiles)).pack;
    const update =
      installed && updateLines(installed.origin, origin, before?.info.version ?? '', version);
    if (!(await isWanted(pack, file, update))) return;
    await staged.install(id, origin);
  } finally {
    await staged.discard();
  }
  await catalog.reload();
  notifications.status(vscode.l10n.t('The pack is installed.'));
}

async function addFolder(
  { catalog, openPackFiles }: InstallServices,
  folder: string,
): Promise<void> {
  const pack = await readPack(folder, openPackFiles);
  await refuseTaken(catalog, pack.info.id, undefined);
  if (!(await isWanted(pack, folder, undefined))) return;
  await usePacks([folder]);
}

async function readPack(root: string, open: OpenPackFiles): Promise<FolderPack> {
  const { pack, faults } = await FolderPack.read(root, open);
  if (pack) return pack;
  const why = faults[0]?.message ?? '';
  throw new Error(vscode.l10n.t('There is no pack that can be used: {0}', why));
}

/** @param except absolute path of the folder that it takes the place of */
async function refuseTaken(
  catalog: InstallServices['catalog'],
  id: string,
  except: string | undefined,
): Promise<void> {
  if (id === shippedPack)
    throw new Error(
      vscode.l10n.t(
        'The id “{0}” is kept for the pack that ships: this pack cannot be installed.',
        id,
      ),
    );
  const { packs } = await catalog.get();
  const other = packs.find(({ info, root }) => info.id === id && root !== except);
  if (other)
    throw new Error(
      vscode.l10n.t('A pack with the id “{0}” is there already, in {1}.', id, other.root),
    );
}

function updateLines(
  installed: PackOrigin,
  next: PackOrigin,
  from: string,
  to: string,
): { readonly lines: readonly string[]; readonly isFamiliar: boolean } {
  const isFamiliar = isSameOrigin(installed, next);
  const lines = [
    vscode.l10n.t(
      'It takes the place of version {0} by version {1}. Your progress stays.',
      from,
      to,
    ),
  ];
  if (!isFamiliar)
    lines.push(
      vscode.l10n.t(
        'Careful: it comes from another source. The installed one came from {0}.',
        installed.address ?? installed.file,
      ),
    );
  return { lines, isFamiliar };
}

async function isWanted(
  pack: FolderPack,
  from: string,
  update: ReturnType<typeof updateLines> | undefined,
): Promise<boolean> {
  const install =
    update === undefined
      ? vscode.l10n.t('Install')
      : update.isFamiliar
        ? vscode.l10n.t('Update')
        : vscode.l10n.t('Replace by the Other Source');
  const lines = [
    ...(await summaryOf(pack)),
    vscode.l10n.t('From: {0}', from),
    ...(update?.lines ?? []),
    vscode.l10n.t('Its programs run on your machine when you run them. Install what you trust.'),
  ];
  const question = vscode.l10n.t('Install the pack “{0}”?', pack.info.title);
  return (await notifications.ask(question, lines, install)) === install;
}
