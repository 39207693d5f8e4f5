import { existsSync } from 'node:fs';
import type { Launch } from '../../../app/running/launch.js';

/** Why a program could not be started: only what is so; the words for it are chosen where they are shown. */
export type StartFault =
  /** The folder to run in is gone. */
  | { readonly kind: 'noFolder'; readonly folder: string }
  | {
      readonly kind: 'missing' | 'notExecutable' | 'noRoom';
      readonly command: string;
    }
  /** The system's own word. */
  | { readonly kind: 'refused'; readonly command: string; readonly said: string };

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
