/** The rows that need no VS Code: `tsx test/bench/node.mts FOLDER` writes them to `rows.json` in that folder. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exerciseRows } from './exerciseRows.js';
import { journalRows } from './journalRows.js';
import { packRows } from './packRows.js';
import { reviewRows } from './reviewRows.js';
import { runRows } from './runRows.js';
import { traceRows } from './traceRows.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('The folder to work in is needed.');
const rows = {
  ...(await runRows(folder)),
  ...(await traceRows(folder)),
  ...(await exerciseRows(join(folder, 'exercise'))),
  ...(await packRows(join(folder, 'pack'))),
  ...(await journalRows(folder)),
  ...(await reviewRows()),
};
await writeFile(join(folder, 'rows.json'), JSON.stringify(rows));
