/** Packs by anyone: begun anew, gone on with, published, or made of what there is in other formats. */
import type { PackStore } from '../../app/content/packStore.js';
import type { Disposable } from '../../app/disposable.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { registerHelp } from './help/index.js';

export function register({
  log,
  catalog,
  packStore,
}: {
  readonly log: Log;
  readonly catalog: Pick<PackCatalog, 'get' | 'reload' | 'folderOf' | 'folderPacks'>;
  readonly packStore: PackStore;
}): Disposable {
  const store = new DisposableStore();
  store.add(registerHelp(catalog));
  store.add(
    registerCommand(log, 'interviewLab.newPack', async () =>
      (await import('./createPack.js')).createPack(),
    ),
  );
  const parts = [
    ['interviewLab.newQuestion', 'question'],
    ['interviewLab.newQuiz', 'quiz'],
    ['interviewLab.newExercise', 'exercise'],
  ] as const;
  for (const [id, kind] of parts)
    store.add(
      registerCommand(log, id, async (target) =>
        (await import('./createPart.js')).createPart(catalog, kind, target),
      ),
    );
  store.add(
    registerCommand(log, 'interviewLab.publishPack', async (target) =>
      (await import('./publishPack.js')).publishPack(catalog, packStore, target),
    ),
  );
  store.add(
    registerCommand(log, 'interviewLab.importPack', async () =>
      (await import('./importPack.js')).importPack(),
    ),
  );
  return store;
}
