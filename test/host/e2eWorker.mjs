/** One of the processes among which `runE2e.mjs` shares the files out: it runs each file that it reads a line about. */
import { createInterface } from 'node:readline';
import Mocha from 'mocha';
import { describeFailure } from './failures.mjs';
import { main } from './setup.mjs';
import SummaryReporter from './summaryReporter.cjs';
import { closeAll } from './vscodePage.mjs';

const TEST_TIMEOUT_MS = 300_000;
/** From half of it on, a test says how long it took. */
const SLOW_MS = 10_000;
const grep = process.env['LAB_TEST_GREP'];

await main(async () => {
  try {
    for await (const file of createInterface({ input: process.stdin })) {
      const counts = await run(file);
      process.stdout.write(`\u001e${JSON.stringify(counts)}\n`);
    }
  } finally {
    await closeAll();
    // A file that cannot be loaded ends this process too, which would wait for the next file's name.
    process.stdin.destroy();
  }
});

/** @param {string} file */
async function run(file) {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: TEST_TIMEOUT_MS,
    slow: SLOW_MS,
    ...(grep !== undefined && { grep }),
    rootHooks: {
      /** @this {Mocha.Context} */
      async afterEach() {
        const test = this.currentTest;
        if (test?.state === 'failed') await describeFailure(test.fullTitle());
      },
    },
  });
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      // It listens to this process, which has more files to run.
      mocha.dispose();
      resolve(counts());
    });
    const counts = SummaryReporter.count(runner);
    runner.on('fail', (/** @type {Mocha.Test | Mocha.Hook} */ failed) => {
      // Hooks have no afterEach; closing a window waits for its description.
      if (failed.type === 'hook') void describeFailure(failed.fullTitle());
    });
  });
}
