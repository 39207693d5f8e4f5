/** A window that writes without end, until it is killed: `node journalWriter.mjs FILE NAME` prints what is stored. */
import { writeSync } from 'node:fs';
import { JournalFile } from '../../../../../src/hosts/node/journal/journalFile.js';

const [, , path = '', name = ''] = process.argv;
const journal = new JournalFile(path);

async function write(question: string): Promise<void> {
  const { id } = await journal.record({ kind: 'read', question });
  // At once and not through a stream: what was stored must have been told when the end comes.
  writeSync(1, `${id}\n`);
}

async function writeOn(lane: number): Promise<void> {
  for (let count = 0; ; count++) await write(`${name}-${String(lane)}-${String(count)}`);
}

await Promise.all([0, 1, 2].map(writeOn));
