/** Where packs are: in folders that the user names, installed from files, and in other extensions. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { cardsFolder, packFile } from '../../app/cards/cardsFolder.js';
import type { PackStore } from '../../app/content/packStore.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Host } from '../../app/host.js';
import { leadsInto } from '../../app/leadsInto.js';
import type { Log } from '../../app/log.js';
import { isSafePath } from '../../core/pack/safePath.js';
import { offerTrust } from './commands.js';
import { Setting } from './settings/settings.js';

export interface PackFolder {
  /** Absolute path. */
  readonly root: string;
  /** Authors write to what is in a folder of the user's, and to nothing else. */
  readonly kind: 'cards' | 'folder' | 'installed' | 'extension';
}

const contributedSchema = v.array(v.object({ path: v.string() }));

export class PackFolders extends DisposableStore {
  private readonly changed = this.add(new vscode.EventEmitter<void>());
  private readonly setting = new Setting('interviewLab.packs');
  /** What the user was told of that is not read in Restricted Mode. */
  private readonly passedOver = new Set<string>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly host: Host,
    private readonly storageUri: vscode.Uri,
    private readonly store: Pick<PackStore, 'list'>,
    private readonly log: Log,
  ) {
    super();
    const fire = (): void => {
      this.changed.fire();
    };
    this.add(this.setting.onDidChange(fire));
    this.add(vscode.workspace.onDidGrantWorkspaceTrust(fire));
    this.add(vscode.extensions.onDidChange(fire));
  }

  /**
   * Of two packs of one id the first is used. In Restricted Mode VS Code withholds the workspace's value, and what lies
   * in the workspace is left out.
   */
  async list(): Promise<readonly PackFolder[]> {
    const installed = await this.store.list();
    const cards = vscode.Uri.joinPath(this.storageUri, cardsFolder).fsPath;
    const hasCards = (await this.host.files.texts(cards).read(packFile)) !== undefined;
    const found: PackFolder[] = [
      // First, so that no other pack takes its id.
      ...(hasCards ? [{ root: cards, kind: 'cards' as const }] : []),
      ...this.configured().map((root) => ({ root, kind: 'folder' as const })),
      ...installed.map(({ root }) => ({ root, kind: 'installed' as const })),
      ...this.contributed().map((root) => ({ root, kind: 'extension' as const })),
    ];
    const folders = found.filter(
      ({ root }, at) => found.findIndex((other) => other.root === root) === at,
    );
    if (vscode.workspace.isTrusted) return folders;
    const opened = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
    const inside = await Promise.all(
      folders.map(({ root }) => leadsInto(opened, root, this.host.paths)),
    );
    return folders.filter(({ root }, at) => {
      if (inside[at] === true) this.tellPassedOver(root);
      return inside[at] === false;
    });
  }

  private configured(): readonly string[] {
    const { home, paths } = this.host.machine;
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    return [...new Set(this.setting.value)].flatMap((entry) => {
      const path = entry.replace(/^~(?=[\\/]|$)/, () => home);
      if (paths.isAbsolute(path)) return [path];
      return workspace === undefined ? [] : [paths.join(workspace, path)];
    });
  }

  /** Those of `contributes.interviewLabPacks` of other extensions. */
  private contributed(): readonly string[] {
    return vscode.extensions.all.flatMap(({ id, extensionUri, packageJSON }) => {
      const { contributes } = (packageJSON ?? {}) as {
        readonly contributes?: { readonly interviewLabPacks?: unknown };
      };
      const packs = contributes?.interviewLabPacks;
      if (packs === undefined) return [];
      const parsed = v.safeParse(contributedSchema, packs);
      const paths = parsed.success
        ? parsed.output.map(({ path }) => path.replace(/^\.\//, ''))
        : [''];
      if (paths.every(isSafePath))
        return paths.map((path) => vscode.Uri.joinPath(extensionUri, path).fsPath);
      this.log.warn(
        `The packs of the extension ${id} are not read: contributes.interviewLabPacks is a list of { "path": "./folder" }`,
      );
      return [];
    });
  }

  private tellPassedOver(folder: string): void {
    if (this.passedOver.has(folder)) return;
    this.passedOver.add(folder);
    this.log.warn(`The pack in ${folder} is not read in Restricted Mode: it is in the workspace`);
    void offerTrust(
      vscode.l10n.t(
        'The pack in {0} is not read in Restricted Mode, since it is in the workspace. Trust the workspace to read it.',
        folder,
      ),
    );
  }
}
