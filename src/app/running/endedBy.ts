import type { Run, RunResult } from './pythonServices.js';

/** The result of a run that takes no input and that a signal stops; one that was given before stops it at once. */
export async function endedBy(run: Run, signal: AbortSignal | undefined): Promise<RunResult> {
  const stop = (): void => {
    run.stop();
  };
  signal?.addEventListener('abort', stop);
  try {
    run.endInput();
    if (signal?.aborted) stop();
    return await run.result;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
