/** Tries one case for each message; answers with what is wrong, or nothing. */
import { subscribe } from 'node:diagnostics_channel';
import { parentPort } from 'node:worker_threads';
import type { Case } from './case.js';
import { trial } from './trial.js';

/** What was begun that must not be: a program, or a connection. */
const begun: string[] = [];
for (const channel of ['child_process', 'net.client.socket', 'http.client.request.start'])
  subscribe(channel, () => begun.push(channel));

parentPort?.on('message', (given: Case) => {
  trial(given).then(
    () => parentPort?.postMessage(begun.length === 0 ? undefined : `${begun.join(', ')} was begun`),
    (error: unknown) => parentPort?.postMessage(error instanceof Error ? error.message : 'failed'),
  );
});
