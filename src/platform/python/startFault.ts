import { existsSync } from 'node:fs';
import type { Launch } from './pythonRun.js';

/** Why a program could not be started, in a sentence for the user. */
export function startFault({ command, cwd }: Launch, error: unknown): string {
  if (!existsSync(cwd)) return `The folder “${cwd}” to run in is gone: run it again.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EACCES' || code === 'EISDIR'
        ? 'it may not be executed'
        : code === 'EAGAIN' || code === 'ENOMEM'
          ? 'the system has no room for another process'
          : error instanceof Error
            ? error.message
            : String(error);
  return `“${command}” could not be started, since ${reason}: select another interpreter.`;
}
