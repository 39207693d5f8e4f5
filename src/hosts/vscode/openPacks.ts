import * as vscode from 'vscode';
import type { PackStore } from '../../app/content/packStore.js';
import type { OpenPackFiles } from '../../app/content/packFiles.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Host } from '../../app/host.js';
import type { Log } from '../../app/log.js';
import { PackCatalog } from './packCatalog.js';
import { PackFolders } from './packFolders.js';

export interface Packs {
  readonly catalog: PackCatalog;
  readonly packStore: PackStore;
  readonly openPackFiles: OpenPackFiles;
  readonly packDisposable: DisposableStore;
}

/** The packs that ship, those in folders, those that are installed and those of other extensions. */
export function openPacks(
  host: Host,
  { extensionUri, globalStorageUri }: vscode.ExtensionContext,
  log: Log,
): Packs {
  const packDisposable = new DisposableStore();
  const packStore = host.openPackStore(vscode.Uri.joinPath(globalStorageUri, 'packs').fsPath);
  const folders = packDisposable.add(new PackFolders(host, globalStorageUri, packStore, log));
  const catalog = packDisposable.add(new PackCatalog(host, extensionUri, folders, log));
  return { catalog, packStore, openPackFiles: host.openPackFiles, packDisposable };
}
