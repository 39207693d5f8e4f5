import type { ChildProcessWithoutNullStreams } from './processes.js';

/**
 * Resolves when nothing was printed for a while: somebody unknown holds the pipes, and is waited for no longer.
 *
 * @param grace milliseconds.
 */
export function quiet(child: ChildProcessWithoutNullStreams, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = (): void => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve();
    };
    let timer = setTimeout(giveUp, grace);
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, grace);
    };
    child.stdout.on('data', wait);
    child.stderr.on('data', wait);
    child.once('close', () => {
      clearTimeout(timer);
    });
  });
}
