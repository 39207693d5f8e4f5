/** Packs by anyone: begun anew, or made of what there is in other formats. */
import type { Disposable } from '../../app/disposable.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { registerHelp } from './help/index.js';

export function register({
  log,
  catalog,
}: {
  readonly log: Log;
  readonly catalog: Pick<PackCatalog, 'folderOf'>;
}): Disposable {
  const store = new DisposableStore();
  store.add(registerHelp(catalog));
  store.add(
    registerCommand(log, 'interviewLab.newPack', async () =>
      (await import('./createPack.js')).createPack(),
    ),
  );
  store.add(
    registerCommand(log, 'interviewLab.importPack', async () =>
      (await import('./importPack.js')).importPack(),
    ),
  );
  return store;
}
