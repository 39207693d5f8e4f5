/** Packs by anyone: begun anew, or made of what there is in other formats. */
import type { Disposable } from '../../app/disposable.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import { registerCommand } from '../../hosts/vscode/commands.js';

export function register({ log }: { readonly log: Log }): Disposable {
  const store = new DisposableStore();
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
