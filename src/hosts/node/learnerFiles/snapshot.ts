/** Reads what is the learner's, as it is at one moment: what an export holds, and what a deletion may remove. */
import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LearnerFile } from '../../../core/progress/storedFile.js';
import { damagedName, deepest, learnerFolders } from '../../../core/progress/learnerPath.js';
import type { Snapshot } from '../../../app/learnerFiles.js';
import { isUnfinished } from '../files/atomicWrite.js';
import { readRegular } from '../files/regularFile.js';
import { isProgramFolder } from './programFolders.js';

export interface Bounds {
  /** Bytes of one file, and of all. */
  readonly file: number;
  readonly all: number;
  /** Number of files. */
  readonly count: number;
}

const usual: Bounds = { file: 16 << 20, all: 64 << 20, count: 20_000 };

/** @param root absolute path of the extension's storage */
export async function takeSnapshot(root: string, bounds: Bounds = usual): Promise<Snapshot> {
  return new Reading(root, bounds).read();
}

class Reading {
  private readonly files: LearnerFile[] = [];
  private readonly leftOut: string[] = [];
  private bytes = 0;

  constructor(
    private readonly root: string,
    private readonly bounds: Bounds,
  ) {}

  async read(): Promise<Snapshot> {
    for (const folder of learnerFolders) await this.readFolder(folder, 0);
    const damaged = await lstat(join(this.root, damagedName)).catch(() => undefined);
    if (damaged?.isFile()) await this.readOne(damagedName);
    return { files: this.files, leftOut: this.leftOut };
  }

  private async readFolder(path: string, depth: number): Promise<void> {
    const entries = await readdir(join(this.root, path), { withFileTypes: true }).catch(
      (): Dirent[] => [],
    );
    const names = entries.map(({ name }) => name);
    if (depth > deepest || (depth > 0 && isProgramFolder(path.split('/').at(-1) ?? '', names))) {
      this.leftOut.push(path);
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) await this.readFolder(inner, depth + 1);
      else if (entry.isFile() && !isUnfinished(entry.name)) await this.readOne(inner);
      else this.leftOut.push(inner);
    }
  }

  private async readOne(path: string): Promise<void> {
    const file = join(this.root, path);
    try {
      const { size } = await lstat(file);
      const fits =
        size <= this.bounds.file &&
        this.bytes + size <= this.bounds.all &&
        this.files.length < this.bounds.count;
      if (!fits) {
        this.leftOut.push(path);
        return;
      }
      const content = await readRegular(file);
      if (!content) throw new Error('It has just gone.');
      this.bytes += content.length;
      this.files.push(learnerFile(path, content));
    } catch {
      this.leftOut.push(path); // It cannot be read, or has just gone.
    }
  }
}

function learnerFile(path: string, content: Buffer): LearnerFile {
  return isUtf8(content)
    ? { path, text: content.toString('utf8') }
    : { path, base64: content.toString('base64') };
}

export function contentOf(file: LearnerFile): Buffer {
  return 'text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64');
}
