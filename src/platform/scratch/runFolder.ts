/** A fresh folder for one run in the panel. */
import { cp, mkdtemp, mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';

const prefix = 'interview-lab-run-';
/** Milliseconds after which a folder that somebody left is swept away: a killed window could not. */
const stale = 24 * 60 * 60 * 1000;
let swept = false;

/** @param learners the scratch folder, when its files are to be run and not the author's. */
export async function prepareFolder(
  originals: Readonly<Record<string, string>>,
  learners: string | undefined,
): Promise<{ readonly folder: string; dispose(): Promise<void> }> {
  if (!swept) {
    swept = true;
    void sweep();
  }
  // The real path, for programs print where they are and temporary folders tend to be links.
  const folder = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  for (const [path, text] of Object.entries(originals)) {
    const file = resolve(folder, path);
    if (!file.startsWith(folder + sep))
      throw new Error(`The file “${path}” would lie outside the run's folder.`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  if (learners !== undefined) {
    const filter = (source: string): boolean =>
      source === learners || !basename(source).startsWith('.');
    await cp(learners, folder, { recursive: true, force: true, filter });
  }
  return { folder, dispose: () => remove(folder) };
}

async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    const info = await stat(folder).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > stale) await remove(folder);
  }
}

async function remove(folder: string): Promise<void> {
  // On Windows a file that a virus scanner still reads cannot be removed yet; what stays is swept another day.
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}
