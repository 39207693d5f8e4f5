import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The learner's history in the extension's storage, of every window, in its order and without the sessions in which it
 * was made; ids of the shipped pack without it.
 *
 * @param {{ readonly storage: string }} workbench
 */
export function journalEvents({ storage }) {
  return readdirSync(storage)
    .filter((name) => /^journal\..*jsonl$/.test(name))
    .flatMap((name) => readFileSync(path.join(storage, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.replaceAll('expert-python/', '')))
    .sort((one, other) => (one.clock ?? one.time) - (other.clock ?? other.time))
    .map(({ event }) => event)
    .filter(({ kind }) => !kind.startsWith('session'));
}
