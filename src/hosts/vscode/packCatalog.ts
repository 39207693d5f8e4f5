/** The catalog service: the shipped pack, and those of all folders that packs are in. */
import * as vscode from 'vscode';
import { Catalog } from '../../core/catalog.js';
import type { LoadedPack } from '../../core/catalog.js';
import type { Fault } from '../../core/pack/pack.js';
import type { Host } from '../../app/host.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import type { PackFolder, PackFolders } from './packFolders.js';
import type { CatalogService } from '../../app/content/catalogService.js';
import type { FolderPack } from '../../app/content/folderPack.js';

/** What is wrong with the pack in a folder. */
export interface PackFaults {
  readonly root: string;
  readonly faults: readonly Fault[];
}

/** How long the packs of folders are waited for, in milliseconds: one on a slow disk comes later, and keeps no other. */
const patience = 1500;

export class PackCatalog extends DisposableStore implements CatalogService {
  private readonly changed = this.add(new vscode.EventEmitter<void>());
  private readonly faultsFound = this.add(new vscode.EventEmitter<readonly PackFaults[]>());
  private watchers = new DisposableStore();
  private shipped: LoadedPack | undefined;
  /** The packs of folders as they were last read, and what was last found wrong with them. */
  private readonly read = new Map<string, FolderPack>();
  private readonly faults = new Map<string, readonly Fault[]>();
  /** The packs that are not shown, with those whose id they have. */
  private readonly repeated = new Map<
    string,
    { readonly pack: FolderPack; readonly other: LoadedPack }
  >();
  private inUse: readonly PackFolder[] = [];
  private catalog = new Catalog([]);
  private loading: Promise<void> | undefined;
  /** Ends the work of a load when the next begins. */
  private superseded = new AbortController();
  private readonly composed = this.add(new vscode.EventEmitter<Catalog>());
  readonly onDidChange = this.changed.event;
  /** Fires with each catalog before anybody else has it. */
  readonly onDidCompose = this.composed.event;
  /** Fires when a folder was checked, with the faults of all that were. */
  readonly onDidCheck = this.faultsFound.event;

  constructor(
    private readonly host: Host,
    private readonly extensionUri: vscode.Uri,
    private readonly folders: PackFolders,
    private readonly log: Log,
  ) {
    super();
    this.add({
      dispose: () => {
        this.superseded.abort();
        this.watchers.dispose();
      },
    });
    this.add(folders.onDidChange(() => void this.reload()));
  }

  async get(): Promise<Catalog> {
    this.loading ??= this.load();
    for (let waited; waited !== this.loading;) await (waited = this.loading);
    return this.catalog;
  }

  async reload(): Promise<void> {
    this.loading = this.load();
    await this.loading;
    this.changed.fire();
  }

  /** The folder of the pack in use in which a file lies, and the pack as it was last read, where it can be. */
  folderOf(
    path: string,
  ): { readonly root: string; readonly pack: FolderPack | undefined } | undefined {
    const { sep } = this.host.machine.paths;
    const within = this.inUse.filter(({ root }) => path.startsWith(`${root}${sep}`));
    const root = within.map((each) => each.root).sort((a, b) => b.length - a.length)[0];
    return root === undefined ? undefined : { root, pack: this.read.get(root) };
  }

  /** Whether the folder is one that packs are looked for in. */
  uses(root: string): boolean {
    return this.inUse.some((each) => each.root === root);
  }

  /** The packs in folders of the user's own, as they were last read. */
  get folderPacks(): readonly FolderPack[] {
    return this.inUse.flatMap(({ root, kind }) => {
      const pack = this.read.get(root);
      return pack && kind === 'folder' ? [pack] : [];
    });
  }

  private async load(): Promise<void> {
    this.inUse = await this.folders.list();
    const folders = this.inUse.map(({ root }) => root);
    this.superseded.abort();
    const { signal } = (this.superseded = new AbortController());
    for (const root of [...this.read.keys(), ...this.faults.keys()]) {
      if (folders.includes(root)) continue;
      this.read.delete(root);
      this.faults.delete(root);
    }
    this.watch(folders);
    let waiting = true;
    const reading = folders.map(async (root) => {
      await this.readFolder(root, signal);
      if (waiting || signal.aborted || this.isDisposed) return;
      this.compose(folders);
      this.changed.fire();
    });
    this.shipped ??= await this.openShipped();
    await Promise.race([Promise.all(reading), after(patience)]);
    waiting = false;
    if (signal.aborted) return;
    this.compose(folders);
  }

  /** Of two packs with one id the first is used, since nothing could tell their questions apart. */
  private compose(folders: readonly string[]): void {
    const packs: LoadedPack[] = this.shipped ? [this.shipped] : [];
    this.repeated.clear();
    for (const root of folders) {
      const pack = this.read.get(root);
      const other = pack && packs.find(({ info }) => info.id === pack.info.id);
      if (other) this.repeated.set(root, { pack, other });
      else if (pack) packs.push(pack);
    }
    this.catalog = new Catalog(packs);
    this.composed.fire(this.catalog);
    this.tellFaults();
  }

  private async openShipped(): Promise<LoadedPack | undefined> {
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist', 'packs', 'expert-python').fsPath;
    try {
      return await this.host.openCompiledPack(dist);
    } catch (error) {
      this.log.error('The shipped pack cannot be read', error);
      return undefined;
    }
  }

  /** Never rejects. What was read before stays in use until it is read anew. */
  private async readFolder(root: string, signal: AbortSignal): Promise<void> {
    try {
      const { FolderPack } = await import('../../app/content/folderPack.js');
      const { pack, faults } = await FolderPack.read(root, this.host.openPackFiles);
      if (signal.aborted) return;
      if (pack) this.read.set(root, pack);
      else this.read.delete(root);
      void this.check(root, signal, pack ? pack.check(signal) : Promise.resolve(faults));
    } catch (error) {
      this.log.error(`The pack in ${root} cannot be read`, error);
    }
  }

  private async check(
    root: string,
    signal: AbortSignal,
    checking: Promise<readonly Fault[]>,
  ): Promise<void> {
    try {
      const faults = await checking;
      if (signal.aborted || this.isDisposed) return;
      this.faults.set(root, faults);
      this.tellFaults();
    } catch (error) {
      this.log.error(`The pack in ${root} could not be checked`, error);
    }
  }

  private tellFaults(): void {
    const found = [...this.faults].map(([root, faults]) => {
      const repeated = this.repeated.get(root);
      if (!repeated) return { root, faults };
      const { pack, other } = repeated;
      const message = `The id “${pack.info.id}” is also that of “${other.info.title}”, so this pack is not shown: give it an id of its own.`;
      return { root, faults: [{ file: 'pack.yaml', ...pack.idPlace, message }, ...faults] };
    });
    this.faultsFound.fire(found);
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
      let pending: ReturnType<typeof setTimeout> | undefined;
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

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
