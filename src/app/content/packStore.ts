/** The packs that are installed from elsewhere, and how packs travel: as one `.labpack` file. */
import type { PackInfo } from '../../core/pack/pack.js';

/** Where an installed pack came from. */
export interface PackOrigin {
  /** Absolute path of the `.labpack`. */
  readonly file: string;
  /** What the pack says of where it is kept. */
  readonly address?: string | undefined;
}

export interface InstalledPack {
  readonly id: string;
  /** Absolute path of its folder. */
  readonly root: string;
  readonly origin: PackOrigin;
}

/** A pack that was unpacked to be looked at, and is not in use. */
export interface StagedPack {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Takes the place of the installed pack of that id, if there is one. */
  install(id: string, origin: PackOrigin): Promise<void>;
  /** Never rejects. */
  discard(): Promise<void>;
}

/** Rejects with a sentence for the user. */
export interface PackStore {
  /** Never rejects. */
  list(): Promise<readonly InstalledPack[]>;
  /** Unpacks a `.labpack`, which may be anything; of one that is not in order nothing stays. */
  stage(file: string): Promise<StagedPack>;
  remove(id: string): Promise<void>;
  /** @param files paths within the folder `root` */
  publish(pack: PublishedPack, to: string): Promise<void>;
}

export interface PublishedPack {
  readonly root: string;
  readonly info: Pick<PackInfo, 'id' | 'version'>;
  readonly files: readonly string[];
}

/** Whether an update comes from where the pack that is installed came from. */
export function isSameOrigin(installed: PackOrigin, next: PackOrigin): boolean {
  return installed.address === undefined && next.address === undefined
    ? folderOf(installed.file) === folderOf(next.file)
    : installed.address === next.address;
}

function folderOf(file: string): string {
  return file.replace(/[\\/][^\\/]*$/, '');
}
