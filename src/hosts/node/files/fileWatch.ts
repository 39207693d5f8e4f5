/** Notices that files were written, by whomever. Needs Node, not VS Code. */
import { mkdirSync, watch } from 'node:fs';
import type { Disposable } from '../../../app/disposable.js';

/**
 * Calls when one of the files may have been written, made or deleted. The folder is made when there is none.
 *
 * @param isMeant whether a file of that name matters
 * @param failed told, once, when nothing can be watched (any more)
 */
export function watchFiles(
  folder: string,
  isMeant: (name: string) => boolean,
  changed: () => void,
  failed: (error: unknown) => void,
): Disposable {
  try {
    mkdirSync(folder, { recursive: true });
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      // Some systems do not say which file it was.
      if (name === null || isMeant(name)) changed();
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
