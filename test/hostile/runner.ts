/** Tries one case for each message; answers with what is wrong, or nothing. */
import { parentPort } from 'node:worker_threads';
import type { Case } from './cases.js';
import { trial } from './trial.js';

parentPort?.on('message', (given: Case) => {
  trial(given).then(
    () => parentPort?.postMessage(undefined),
    (error: unknown) => parentPort?.postMessage(error instanceof Error ? error.message : 'failed'),
  );
});
