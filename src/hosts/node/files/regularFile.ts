/** Files that may be anything: a named pipe, of which nobody writes the other end, must not keep a thread waiting. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Something else than a file is there: a folder, a pipe, a device. */
export class NoRegularFile extends Error {
  constructor(
    readonly path: string,
    readonly code: 'EISDIR' | 'EEXIST',
  ) {
    super(`${code}: no file, open '${path}'`);
  }
}

/**
 * Opens a file for reading, behind whatever links lead to it; undefined when there is none. Rejects with the system's
 * error when it cannot be read, and with a `NoRegularFile` when it is none.
 */
export async function openRegular(path: string): Promise<FileHandle | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined;
    // A socket.
    if (isFault(error, 'ENXIO')) throw new NoRegularFile(path, 'EEXIST');
    throw error;
  }
  const info = await file.stat();
  if (info.isFile()) return file;
  await file.close();
  throw new NoRegularFile(path, info.isDirectory() ? 'EISDIR' : 'EEXIST');
}

/** All that is in a file; undefined when there is none. Rejects as `openRegular` does. */
export async function readRegular(path: string): Promise<Buffer | undefined> {
  const file = await openRegular(path);
  try {
    return await file?.readFile();
  } finally {
    await file?.close();
  }
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
