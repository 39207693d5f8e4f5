/** Notices that a file was written, by whomever. Needs Node, not VS Code. */
import { mkdirSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Disposable } from './disposable.js';

/**
 * Calls when the file may have been written, made or deleted: its folder is watched, and made when there is none.
 *
 * @param failed told, once, when nothing can be watched (any more)
 */
export function watchFile(
  path: string,
  changed: () => void,
  failed: (error: unknown) => void,
): Disposable {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      // Some systems do not say which file it was.
      if (name === null || name === basename(path)) changed();
    });
    watcher.on('error', (error) => {
      failed(error);
      watcher.close();
    });
    return {
      dispose: () => {
        watcher.close();
      },
    };
  } catch (error) {
    failed(error);
    return { dispose: () => undefined };
  }
}
