import { existsSync } from 'node:fs';
import type { StartFault } from '../../../app/running/startFault.js';
import type { Launch } from '../../../app/running/launch.js';

export function startFault({ command, cwd }: Launch, error: unknown): StartFault {
  if (!existsSync(cwd)) return { kind: 'noFolder', folder: cwd };
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
      return { kind: 'missing', command };
    case 'EACCES':
    case 'EISDIR':
      return { kind: 'notExecutable', command };
    case 'EAGAIN':
    case 'ENOMEM':
      return { kind: 'noRoom', command };
    default:
      return {
        kind: 'refused',
        command,
        said: error instanceof Error ? error.message : String(error),
      };
  }
}
