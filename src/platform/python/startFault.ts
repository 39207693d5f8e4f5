import { existsSync } from 'node:fs';
import type { RunRequest } from './pythonServices.js';

/** Why a program could not be started, in a sentence for the user. */
export function startFault(request: RunRequest, error: unknown): string {
  const { executable } = request.interpreter;
  if (!existsSync(request.cwd))
    return `The folder “${request.cwd}” to run in is gone: run it again.`;
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
  return `“${executable}” could not be started, since ${reason}: select another interpreter.`;
}
