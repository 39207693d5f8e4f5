/** `npm run test:e2e [-- --grep TEXT]`: the packaged extension, used as a user would. */
import { readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, root, setup } from './setup.mjs';

const TEST_TIMEOUT_MS = 300_000;
/** From half of it on, a test says how long it took. */
const SLOW_MS = 10_000;
const folder = path.join(root, 'test', 'e2e');

await main(async () => {
  const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;
  await setup();
  const { default: Mocha } = await import('mocha');
  const { ensureVscodeFromNpm } = await import('./vscodeFromNpm.mjs');
  const { closeAll, describeFailure, screenshotFolder } = await import('./vscodePage.mjs');
  await ensureVscodeFromNpm();
  if (grep === undefined) rmSync(screenshotFolder, { recursive: true, force: true });

  const mocha = new Mocha({
    ui: 'bdd',
    reporter: createRequire(import.meta.url)('./summaryReporter.cjs'),
    timeout: TEST_TIMEOUT_MS,
    slow: SLOW_MS,
    ...(grep !== undefined && { grep }),
    rootHooks: {
      async afterEach() {
        const test = this.currentTest;
        if (test?.state === 'failed') await describeFailure(test.fullTitle());
      },
    },
  });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.mjs')) mocha.addFile(path.join(folder, file));
  }
  await mocha.loadFilesAsync();
  try {
    const failures = await new Promise((resolve) => {
      mocha.run(resolve).on('fail', (failed) => {
        // Hooks have no afterEach; closing a window waits for its description.
        if (failed.type === 'hook') void describeFailure(failed.fullTitle());
      });
    });
    return failures > 0 ? 1 : 0;
  } finally {
    await closeAll();
  }
});
