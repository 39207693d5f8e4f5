/** Deletes what a snapshot holds, and says what else is there: that is somebody's too, and is asked for by itself. */
import { lstat, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LearnerFile } from '../../../core/progress/storedFile.js';
import { learnerFolders } from '../../../core/progress/learnerPath.js';
import type { Remainder } from '../../../app/learnerFiles.js';
import { readRegular } from '../files/regularFile.js';
import { isProgramFolder } from './programFolders.js';
import { contentOf } from './snapshot.js';

/** Deletes these files where they are still as they were read, and the folders that are empty then. */
export async function removeFiles(root: string, files: readonly LearnerFile[]): Promise<void> {
  for (const file of files) {
    const path = join(root, file.path);
    const there = await readRegular(path).catch(() => undefined);
    if (there?.equals(contentOf(file))) await rm(path, { force: true, maxRetries: 3 });
  }
  for (const folder of learnerFolders) await removeEmpty(join(root, folder));
}

async function removeEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeEmpty(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined); // Something is in it, or it is not there.
}

/** All that is in the storage; a folder that a program made, and one that is not the learner's, is one thing. */
export async function remainders(root: string): Promise<readonly Remainder[]> {
  const found: Remainder[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      // Nobody may look into it, or its name is none that can be said: it is there all the same.
      if (path !== '') found.push({ path, files: 0, bytes: 0 });
      return;
    }
    const names = entries.map(({ name }) => name);
    const isOurs = depth === 0 || learnerFolders.some((known) => known === path.split('/')[0]);
    if (!isOurs || (depth > 1 && isProgramFolder(path.split('/').at(-1) ?? '', names))) {
      found.push({ path, ...(await sizeOf(join(root, path))) });
      return;
    }
    for (const entry of entries) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await visit(inner, depth + 1);
      else found.push({ path: inner, ...(await sizeOf(join(root, inner))) });
    }
  };
  await visit('', 0);
  return found.sort((one, other) => other.bytes - one.bytes);
}

/** @throws Error when one of them is there still */
export async function removeRemainders(root: string, list: readonly Remainder[]): Promise<void> {
  for (const { path } of list) {
    await rm(join(root, path), { recursive: true, force: true, maxRetries: 3 });
    if (path.includes('/')) await rmdirUp(root, dirname(path));
  }
  // A name that is not UTF-8 cannot be said, and its file seems to be gone.
  const left = (await remainders(root)).find(({ path }) => list.some((each) => each.path === path));
  if (left) throw new Error(`${left.path} is still there`);
}

async function rmdirUp(root: string, path: string): Promise<void> {
  for (let folder = path; folder !== '.'; folder = dirname(folder)) {
    const gone = await rmdir(join(root, folder)).then(
      () => true,
      () => false, // Something else is in it.
    );
    if (!gone) return;
  }
}

/** Links are counted, not followed. */
async function sizeOf(path: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const info = await lstat(path).catch(() => undefined);
  if (!info) return { files: 0, bytes: 0 };
  if (!info.isDirectory()) return { files: 1, bytes: info.size };
  let files = 0;
  let bytes = 0;
  for (const name of await readdir(path).catch(() => [])) {
    const inner = await sizeOf(join(path, name));
    files += inner.files;
    bytes += inner.bytes;
  }
  return { files, bytes };
}
