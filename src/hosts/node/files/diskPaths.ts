import { readlink, stat } from 'node:fs/promises';
import type { Paths } from '../../../app/ports.js';

/** Paths as this machine's disks have them. */
export const diskPaths: Paths = {
  isWindows: process.platform === 'win32',
  linkTarget: (path) => readlink(path).catch(() => undefined),
  identity: (path) =>
    stat(path, { bigint: true }).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => undefined,
    ),
};
