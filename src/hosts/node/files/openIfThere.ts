import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Opens a file for reading; undefined when there is none. Rejects with the system's error when it cannot be read. */
export async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
