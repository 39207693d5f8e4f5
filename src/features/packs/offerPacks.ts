import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import type { OfferServices } from './workspacePacks.js';

/** Offers what packs the workspace holds: when it is opened, trusted, or gets another folder. */
export function offerPacks(services: OfferServices & { readonly log: Log }): Disposable {
  const store = new DisposableStore();
  const offer = (): void => {
    import('./workspacePacks.js')
      .then(({ offerWorkspacePacks }) => offerWorkspacePacks(services))
      .catch((error: unknown) => {
        services.log.error('The packs of the workspace could not be offered', error);
      });
  };
  store.add(vscode.workspace.onDidGrantWorkspaceTrust(offer));
  store.add(vscode.workspace.onDidChangeWorkspaceFolders(offer));
  if (vscode.workspace.isTrusted) offer();
  return store;
}
