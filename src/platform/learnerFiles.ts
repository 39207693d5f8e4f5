/** What the learner wrote, as files below the extension's storage: taken out, brought back beside what is there, deleted. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { learnerFolders } from '../core/progress/exportFile.js';
import type { LearnerFile } from '../core/progress/exportFile.js';
import { writeAtomically } from './scratch/atomicWrite.js';
import { readText } from './scratch/scratchRecord.js';

export interface Restored {
  /** Files that were not there before. */
  readonly fresh: number;
  /** Files that differ from the learner's own, and were put beside them. */
  readonly beside: number;
}

/** Bytes; what is larger was not written by hand. */
const largest = 1 << 20;

export class LearnerFiles {
  /** @param root absolute path of the extension's storage */
  constructor(private readonly root: string) {}

  /** Every text file; what is no text, or huge, was made by a program and is left out. */
  async all(): Promise<readonly LearnerFile[]> {
    const files: LearnerFile[] = [];
    for (const folder of learnerFolders) await this.collect(folder, files);
    return files;
  }

  /** Brings files back; one that is there already is never overwritten. Rejects with the system's error. */
  async restore(files: readonly LearnerFile[]): Promise<Restored> {
    let fresh = 0;
    let beside = 0;
    for (const { path, text } of files) {
      const file = join(this.root, ...path.split('/'));
      const there = await readText(file);
      if (there === undefined) {
        await writeAtomically(file, text);
        fresh++;
        continue;
      }
      const { dir, name, ext } = parse(file);
      // What begins with a dot is the lab's own note of what it laid out: it fits the files that are there.
      if (there === text || name.startsWith('.')) continue;
      const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
      const copy = join(dir, `${name}.imported-${mark}${ext}`);
      if ((await readText(copy)) !== undefined) continue;
      await writeAtomically(copy, text);
      beside++;
    }
    return { fresh, beside };
  }

  /** What is exported, and the quizzes that were taken. */
  async remove(): Promise<void> {
    for (const folder of [...learnerFolders, 'quizzes'])
      await rm(join(this.root, folder), { recursive: true, force: true, maxRetries: 3 });
  }

  private async collect(folder: string, files: LearnerFile[]): Promise<void> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== '__pycache__') await this.collect(path, files);
      } else if (entry.isFile()) {
        const text = await textOf(join(this.root, path));
        if (text !== undefined) files.push({ path, text });
      }
    }
  }
}

async function textOf(file: string): Promise<string | undefined> {
  if ((await stat(file)).size > largest) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await readFile(file),
    );
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // No text.
  }
}
