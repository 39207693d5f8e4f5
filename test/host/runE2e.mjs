/**
 * `npm run test:e2e [-- --grep TEXT] [-- --jobs N]`: the packaged extension, used as a user would. Files are handed
 * out to a few workers: most of the time a window waits for something.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packageExtension } from './build.mjs';
import { screenshotFolder } from './failures.mjs';
import { end, start } from './processes.mjs';
import { main, root, setup } from './setup.mjs';

/** Two windows of VS Code are as many as two cores can paint. */
const MOST_JOBS = 2;
/** The line with which a worker says that a file is done; its counts follow, as JSON. */
const DONE = '\u001e';
const folder = path.join(root, 'test', 'e2e');
const worker = fileURLToPath(new URL('e2eWorker.mjs', import.meta.url));

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

await main(async () => {
  const { grep, jobs } = parseArgs({
    options: { grep: { type: 'string' }, jobs: { type: 'string' } },
  }).values;
  await setup();
  const { ensureVscodeFromNpm } = await import('./vscodeFromNpm.mjs');
  await ensureVscodeFromNpm();
  if (grep === undefined) rmSync(screenshotFolder, { recursive: true, force: true });

  const environment = {
    ...process.env,
    LAB_VSIX: process.env['LAB_VSIX'] ?? packageExtension(),
    ...(grep !== undefined && { LAB_TEST_GREP: grep }),
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.mjs'))
    // The long ones first: one that comes last would be waited for alone.
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = Math.min(Number(jobs ?? MOST_JOBS), os.availableParallelism(), files.length);
  await Promise.all(
    Array.from({ length: count }, () =>
      work(environment, files, (counts) => {
        total.passed += counts.passed;
        total.failed += counts.failed;
        total.skipped += counts.skipped;
      }),
    ),
  );
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
});

/** @param {string} file */
function sizeOf(file) {
  return statSync(path.join(folder, file)).size;
}

/**
 * Gives a worker one file after another until there are no more. What it prints about a file is printed at once, when
 * the file is done.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} files those that nobody has taken yet
 * @param {(counts: Counts) => void} add
 */
async function work(env, files, add) {
  const child = start(process.execPath, [worker], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  /** @type {(counts: Counts | undefined) => void} */
  let settle = () => {};
  const hear = (/** @type {Buffer} */ chunk) => {
    said += String(chunk);
    const match = new RegExp(`^${DONE}(.*)\n`, 'm').exec(said);
    if (match === null) return;
    process.stdout.write(said.replace(match[0], ''));
    said = '';
    settle(JSON.parse(match[1] ?? ''));
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('close', () => settle(undefined));

  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    const done = /** @type {Promise<Counts | undefined>} */ (
      new Promise((resolve) => (settle = resolve))
    );
    child.stdin?.write(`${path.join(folder, file)}\n`);
    const counts = await done;
    if (counts === undefined) {
      process.stdout.write(said);
      console.error(`The worker ended (${child.signalCode ?? child.exitCode}) in ${file}.`);
      return add({ passed: 0, failed: 1, skipped: 0 });
    }
    add(counts);
  }
  child.stdin?.end();
  await end(child);
}
