/** A `.labpack` that was unpacked beside the installed packs, and takes its place among them by a rename. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StagedPack } from '../../../app/content/packStore.js';
import { readLabpack } from './labpackFile.js';

/**
 * @param folder absolute path of the installed packs; it need not be there
 * @param originFile the name of the hidden file that says where a pack came from
 */
export async function stage(folder: string, file: string, originFile: string): Promise<StagedPack> {
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
