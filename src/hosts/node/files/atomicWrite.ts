import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, whatever happens meanwhile; makes the folder that it is in.
 *
 * @param flush waits for the disk, so that it outlives a power cut
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  flush = true,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // A name of its own: that of a long one would be too long with anything behind it.
  const fresh = join(dirname(file), `.${randomUUID()}.tmp`);
  try {
    await writeFile(fresh, content, { flush });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Whether a file of that name is what a killed window left of such a writing. */
export function isUnfinished(name: string): boolean {
  return /^\..{36}\.tmp$/.test(name);
}
