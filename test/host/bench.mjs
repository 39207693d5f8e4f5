/** `npm run bench [-- --json FILE] [--only node|sizes|window]`: the figures that matter, in one table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from '../bench/targets.mjs';
import { packageExtension } from './build.mjs';
import { SetupError } from './npm.mjs';
import { temporaryFolder } from './processes.mjs';
import { main, root, setup } from './setup.mjs';

await main(async () => {
  const { json, only } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string' } },
  }).values;
  await setup();
  const wants = (/** @type {string} */ part) => only === undefined || only === part;
  /** @type {Record<string, import('../bench/targets.mjs').Row>} */
  const rows = {};
  if (wants('node')) {
    console.log('Measuring runs, packs and the journal (about 30 s) …');
    Object.assign(rows, nodeRows());
  }
  if (wants('sizes') || wants('window')) {
    const vsix = packageExtension();
    const { sizeRows } = await import('../bench/sizes.mjs');
    Object.assign(rows, sizeRows(path.join(root, 'dist'), vsix));
    if (wants('window')) {
      console.log('Measuring in VS Code (about 90 s) …');
      const { ensureVscodeFromNpm } = await import('./vscodeFromNpm.mjs');
      const { windowRows } = await import('../bench/window.mjs');
      await ensureVscodeFromNpm();
      Object.assign(rows, await windowRows(vsix));
    }
  }
  console.log(table(rows));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, undefined, 2)}\n`);
});

/** In a process of its own: TypeScript from `src`, and a heap that nothing else has filled. */
function nodeRows() {
  const folder = temporaryFolder('bench');
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = path.join(root, 'test', 'bench', 'node.mts');
  const { status } = spawnSync(process.execPath, ['--import', tsx, script, folder], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new SetupError('The measures in plain Node failed: see above.');
  return JSON.parse(readFileSync(path.join(folder, 'rows.json'), 'utf8'));
}
