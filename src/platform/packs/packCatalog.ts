/** The catalog service: the shipped pack, and the folders that the user's setting names. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { Catalog } from '../../core/catalog.js';
import type { LoadedPack } from '../../core/catalog.js';
import type { Fault } from '../../core/pack/pack.js';
import { DisposableStore } from '../disposable.js';
import type { Log } from '../log.js';
import { Setting } from '../settings.js';
import type { CatalogService } from './catalogService.js';
import { openCompiledPack } from './compiledPack.js';

/** What is wrong with the pack in a folder. */
export interface PackFaults {
  readonly root: string;
  readonly faults: readonly Fault[];
}

export class PackCatalog extends DisposableStore implements CatalogService {
  private readonly changed = this.add(new vscode.EventEmitter<void>());
  private readonly faultsFound = this.add(new vscode.EventEmitter<readonly PackFaults[]>());
  private readonly setting = new Setting('interviewLab.packs');
  private watchers = new DisposableStore();
  private catalog: Promise<Catalog> | undefined;
  private generation = 0;
  readonly onDidChange = this.changed.event;
  /** Fires after each load with the faults of every folder that was read. */
  readonly onDidCheck = this.faultsFound.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    super();
    this.add({
      dispose: () => {
        this.watchers.dispose();
      },
    });
    this.add(this.setting.onDidChange(() => void this.reload()));
    this.add(vscode.workspace.onDidGrantWorkspaceTrust(() => void this.reload()));
  }

  get(): Promise<Catalog> {
    this.catalog ??= this.load();
    return this.catalog;
  }

  async reload(): Promise<void> {
    this.catalog = this.load();
    await this.catalog;
    this.changed.fire();
  }

  private async load(): Promise<Catalog> {
    const generation = ++this.generation;
    const packs: LoadedPack[] = [];
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist', 'packs', 'expert-python').fsPath;
    try {
      packs.push(await openCompiledPack(dist, dist));
    } catch (error) {
      this.log.error('The shipped pack cannot be read', error);
    }
    const folders = this.folders();
    if (folders.length > 0) packs.push(...(await this.readFolders(folders, generation)));
    else this.faultsFound.fire([]);
    this.watch(folders);
    return new Catalog(packs);
  }

  private async readFolders(
    folders: readonly string[],
    generation: number,
  ): Promise<readonly LoadedPack[]> {
    const { FolderPack } = await import('./folderPack.js');
    const read = await Promise.all(
      folders.map(async (root) => {
        try {
          return { root, ...(await FolderPack.read(root)) };
        } catch (error) {
          this.log.error(`The pack in ${root} cannot be read`, error);
          const message = 'The folder cannot be read; see the log for the reason.';
          return { root, faults: [{ file: 'pack.yaml', line: 0, message }] };
        }
      }),
    );
    const check = async (): Promise<void> => {
      const found: PackFaults[] = [];
      for (const each of read) {
        const pack = 'pack' in each ? each.pack : undefined;
        found.push({ root: each.root, faults: pack ? await pack.check() : each.faults });
      }
      if (generation === this.generation && !this.isDisposed) this.faultsFound.fire(found);
    };
    check().catch((error: unknown) => {
      this.log.error('A pack could not be checked', error);
    });
    return read.flatMap((each) => ('pack' in each ? [each.pack] : []));
  }

  /** In Restricted Mode VS Code withholds the workspace's value, because the manifest says so. */
  private folders(): readonly string[] {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    return [...new Set(this.setting.value)].flatMap((entry) => {
      const path = entry.replace(/^~(?=[\\/]|$)/, homedir());
      if (isAbsolute(path)) return [path];
      return workspace === undefined ? [] : [join(workspace, path)];
    });
  }

  private watch(folders: readonly string[]): void {
    this.watchers.dispose();
    this.watchers = new DisposableStore();
    for (const folder of folders) {
      const pattern = new vscode.RelativePattern(
        vscode.Uri.file(folder),
        '**/*.{md,yaml,yml,svg,png}',
      );
      const watcher = this.watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      let pending: NodeJS.Timeout | undefined;
      // An editor or git touches many files at once; one reload serves them all.
      const later = (): void => {
        clearTimeout(pending);
        pending = setTimeout(() => void this.reload(), 200);
      };
      this.watchers.add({
        dispose: () => {
          clearTimeout(pending);
        },
      });
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
        this.watchers.add(event(later));
      }
    }
  }
}
