/** The installed packs: each a folder named by its id, with a hidden file that says where it came from. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { InstalledPack, PackStore, StagedPack } from '../../../app/content/packStore.js';
import { isId } from '../../../core/pack/idPattern.js';

/** Packs do not list what is hidden. */
const originFile = '.origin.json';
const originSchema = v.object({ file: v.string(), address: v.optional(v.string()) });

/** @param folder absolute path; it need not be there. */
export function openPackStore(folder: string): PackStore {
  return {
    list: () => list(folder),
    stage: (file) => stage(folder, file),
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

async function stage(folder: string, file: string): Promise<StagedPack> {
  const { readLabpack } = await import('./labpackFile.js');
  const contents = await readLabpack(file);
  await mkdir(folder, { recursive: true });
  const root = await mkdtemp(join(folder, '.staged-'));
  const discard = (): Promise<void> =>
    rm(root, { recursive: true, force: true }).catch(() => undefined);
  try {
    for (const [path, data] of contents) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), data);
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    root,
    discard,
    install: async (id, origin) => {
      await writeFile(join(root, originFile), JSON.stringify(origin));
      const place = join(folder, id);
      const old = `${root}.old`;
      // The old one is put aside first: a rename takes the place of an empty folder only.
      await rename(place, old).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      });
      try {
        await rename(root, place);
      } catch (error) {
        await rename(old, place).catch(() => undefined);
        throw error;
      }
      await rm(old, { recursive: true, force: true });
    },
  };
}
