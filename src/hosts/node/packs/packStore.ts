/** The installed packs: each a folder named by its id, with a hidden file that says where it came from. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { InstalledPack, PackStore } from '../../../app/content/packStore.js';
import { isId } from '../../../core/pack/idPattern.js';

/** Packs do not list what is hidden. */
const originFile = '.origin.json';
const originSchema = v.object({ file: v.string(), address: v.optional(v.string()) });

/** @param folder absolute path; it need not be there. */
export function openPackStore(folder: string): PackStore {
  return {
    list: () => list(folder),
    stage: async (file) => (await import('./stagedPack.js')).stage(folder, file, originFile),
    remove: (id) => rm(join(folder, id), { recursive: true, force: true }),
    publish: async (pack, to) => (await import('./labpackFile.js')).writeLabpack(pack, to),
  };
}

async function list(folder: string): Promise<readonly InstalledPack[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.filter(isId).map(async (id): Promise<InstalledPack | undefined> => {
    const root = join(folder, id);
    const text = await readFile(join(root, originFile), 'utf8').catch(() => '');
    const origin = v.safeParse(v.pipe(v.string(), v.parseJson(), originSchema), text);
    return origin.success ? { id, root, origin: origin.output } : undefined;
  });
  return (await Promise.all(found)).filter((pack) => pack !== undefined);
}
