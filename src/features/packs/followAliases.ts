import type { Disposable } from '../../app/disposable.js';
import type { Journal } from '../../core/progress/journal.js';
import { aliasKinds } from '../../core/pack/aliasKinds.js';
import { hasNone, renamedIdsOf } from '../../core/progress/renamedIds.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';

/** Lets the learner's progress follow from ids that packs gave up to those that took their places. */
export function followAliases(
  catalog: Pick<PackCatalog, 'onDidCompose'>,
  journal: Pick<Journal, 'rename'>,
): Disposable {
  let last = '';
  return catalog.onDidCompose(({ packs }) => {
    const renamed = renamedIdsOf(packs);
    const all = JSON.stringify(aliasKinds.map((kind) => [...renamed[kind]]));
    if (all === last || (last === '' && hasNone(renamed))) return;
    last = all;
    void journal.rename(renamed);
  });
}
