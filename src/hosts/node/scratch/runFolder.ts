/** A fresh folder for one run in the panel. */
import { copyFile, mkdir, readdir, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from '../files/temporaryFolders.js';

/** @param learners the scratch folder, when its files are to be run and not the author's. */
export async function prepareFolder(
  originals: ReadonlyMap<string, string>,
  learners: string | undefined,
): Promise<{ readonly folder: string; dispose(): Promise<void> }> {
  // The real path, for programs print where they are and temporary folders tend to be links.
  const folder = await realpath(await temporaryFolder('run'));
  for (const [path, text] of originals) {
    const file = resolve(folder, path);
    if (!file.startsWith(folder + sep))
      throw new Error(`The file “${path}” would lie outside the run's folder.`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  if (learners !== undefined) await copyReadable(learners, folder);
  return { folder, dispose: () => removeTemporaryFolder(folder) };
}

/**
 * Copies files and folders. What a program made that is neither (a socket, a pipe) and what may not be read stay
 * behind: a run that does not need them is none the worse.
 */
async function copyReadable(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const source = join(from, name);
    const target = join(to, name);
    const info = await stat(source).catch(() => undefined);
    const real = await realpath(source).catch(() => source);
    try {
      if (info?.isFile() === true) await copyFile(source, target);
      // A link to a folder stays one: it may lead round in a circle.
      else if (info?.isDirectory() === true && real !== join(await realpath(from), name))
        await symlink(real, target, 'junction');
      else if (info?.isDirectory() === true) {
        await mkdir(target, { recursive: true });
        await copyReadable(source, target);
      }
    } catch {
      // As described above.
    }
  }
}
