/** The folder of a pack, which may hold anything: what is read is regular files inside it, of bounded size and number. */
import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Fault } from '../../../core/pack/pack.js';
import { faultOf, PackFileError } from '../../../app/content/packFiles.js';
import type { PackFiles, PackText } from '../../../app/content/packFiles.js';
import { codeOf, readPackText, reasonOf, unfitKind } from './packText.js';

const limits = {
  /** Characters of all the texts that are read in one go. */
  texts: 1 << 29,
  /** Files and folders in a pack. */
  entries: 50_000,
  /** Folders within folders. */
  depth: 8,
  /** Texts that are read at a time. */
  atOnce: 64,
} as const;

export class PackFolder implements PackFiles {
  /** Those of the listed files that are links to files of the pack. */
  private readonly links = new Set<string>();

  /** @param real the folder itself, behind whatever links lead to it */
  private constructor(private readonly real: string) {}

  static async open(root: string): Promise<PackFolder> {
    try {
      return new PackFolder(await realpath(root));
    } catch (error) {
      throw new PackFileError(reasonOf(error, codeOf(error) === 'ELOOP' ? 'link' : 'folder'));
    }
  }

  async list(faults: Fault[]): Promise<readonly string[]> {
    const files: string[] = [];
    const fault = (file: string, message: string): void => {
      faults.push({ file, line: 0, message });
    };
    let left: number = limits.entries;
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined && left > 0; folder = folders.pop()) {
      try {
        for await (const entry of await opendir(join(this.real, folder), { bufferSize: 1024 })) {
          if (entry.name.startsWith('.')) continue;
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (left-- === 0) {
            const most = limits.entries.toLocaleString('en');
            fault('pack.yaml', `The pack has more than ${most} files; the rest is not read.`);
            break;
          }
          if (entry.isDirectory()) {
            if (/\.(?:md|ya?ml)$/.test(path)) fault(path, unfitKind(entry));
            else if (path.split('/').length > limits.depth)
              fault(path, 'This folder lies too deep and is not read.');
            else folders.push(path);
          } else {
            const wrong = await this.unfit(path, entry);
            if (wrong === undefined) files.push(path);
            else fault(path, wrong);
          }
        }
      } catch (error) {
        if (folder === '') throw new PackFileError(reasonOf(error, 'folder'));
        if (codeOf(error) !== 'ENOENT') fault(folder, reasonOf(error, 'folder'));
      }
    }
    return files.sort();
  }

  async read(file: string): Promise<string | undefined> {
    try {
      return await readPackText(await this.inside(file));
    } catch (error) {
      if (error instanceof PackFileError) throw error;
      if (codeOf(error) === 'ENOENT') return undefined;
      throw new PackFileError(reasonOf(error, 'file'));
    }
  }

  async *texts(files: readonly string[], faults: Fault[]): AsyncGenerator<PackText> {
    let left: number = limits.texts;
    for (let start = 0; start < files.length; start += limits.atOnce) {
      const batch = files.slice(start, start + limits.atOnce).map(async (file) => {
        try {
          return { file, text: await this.readListed(file) };
        } catch (error) {
          faults.push(faultOf(file, error));
          return { file, text: undefined };
        }
      });
      for (const { file, text } of await Promise.all(batch)) {
        left -= text?.length ?? 0;
        if (left < 0) {
          const message = 'The texts of the pack are too long: this one and the rest are not read.';
          faults.push({ file, line: 0, message });
          return;
        }
        if (text !== undefined) yield { file, text };
      }
    }
  }

  /** As `read`, but takes the listing's word for what is a link: to find it out again for thousands takes seconds. */
  private async readListed(file: string): Promise<string | undefined> {
    return this.links.has(file) ? this.read(file) : readPackText(join(this.real, file));
  }

  private async unfit(path: string, entry: Dirent): Promise<string | undefined> {
    if (entry.name.includes('\uFFFD')) return 'The name of this file is not UTF-8: rename it.';
    if (entry.isFile()) return undefined;
    if (!entry.isSymbolicLink()) return unfitKind(entry);
    try {
      const target = await stat(await this.inside(path));
      if (!target.isFile()) return 'This link leads to no file and is not followed.';
      this.links.add(path);
      return undefined;
    } catch (error) {
      return error instanceof PackFileError ? error.message : reasonOf(error, 'link');
    }
  }

  /** The path behind links; throws a PackFileError when it leads out of the pack, else what the system throws. */
  private async inside(path: string): Promise<string> {
    const real = await realpath(join(this.real, path));
    if (real.startsWith(this.real.endsWith(sep) ? this.real : this.real + sep)) return real;
    throw new PackFileError(
      'This link leads out of the pack and is not followed: put a copy of the file in its place.',
    );
  }
}

/** @throws PackFileError when there is no such folder. */
export function openPackFolder(root: string): Promise<PackFiles> {
  return PackFolder.open(root);
}
