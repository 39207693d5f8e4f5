import type { Services } from '../../hosts/vscode/services.js';
import type { SyncedMemento } from './syncedProgress.js';

/** What the learner's history needs of the others. */
export type HistoryServices = Pick<
  Services,
  'catalog' | 'journal' | 'files' | 'log' | 'machine' | 'scratch' | 'storageUri' | 'workspaceState'
> & { readonly globalState: SyncedMemento };
