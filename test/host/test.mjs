/** `npm test`: every lane in turn, and one line that sums them up. */
import { createInterface } from 'node:readline';
import { environmentForNpm, npmCommand } from './npm.mjs';
import { start } from './processes.mjs';
import { main, root, setup } from './setup.mjs';

/** The lanes, and the minutes that each may take on a quiet machine: together a quarter of an hour. */
const LANES = { unit: 2.5, content: 3.5, hostile: 0.5, integration: 1, e2e: 7.5 };
const SUMMARY = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

/** @typedef {keyof typeof LANES} Lane */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

await main(async () => {
  await setup();
  /** @type {(Counts & { lane: Lane, seconds: number })[]} */
  const results = [];
  for (const lane of /** @type {Lane[]} */ (Object.keys(LANES))) {
    console.log(`\n── ${lane} ──`);
    const begin = Date.now();
    const counts = await runLane(lane);
    results.push({ lane, seconds: Math.round((Date.now() - begin) / 1000), ...counts });
  }
  console.log('\n── summary ──');
  for (const { lane, seconds, ...counts } of results) {
    const budget = `${seconds} s of ${60 * LANES[lane]} s`;
    console.log(`${lane.padEnd(12)} ${sentence(counts)} (${budget})`);
  }
  const total = results.reduce(add, { passed: 0, failed: 0, skipped: 0 });
  console.log(`\n${sentence(total)}`);
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {Lane} lane
 * @returns {Promise<Counts>}
 */
async function runLane(lane) {
  const [command = '', ...args] = npmCommand();
  const child = start(command, [...args, 'run', '--silent', `test:${lane}`], {
    cwd: root,
    env: environmentForNpm(),
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: command.endsWith('.cmd'),
  });
  /** @type {Counts | undefined} */
  let counts;
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      const match = SUMMARY.exec(line);
      if (match === null) return;
      const [passed = 0, failed = 0, skipped = 0] = match.slice(1).map(Number);
      counts = { passed, failed, skipped };
    });
  }
  const code = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  if (counts === undefined) {
    console.error(`The lane ${lane} ended (${code}) before it had counted its tests.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (code === 0 || counts.failed > 0) return counts;
  console.error(`The lane ${lane} failed (${code}) after its tests.`);
  return { ...counts, failed: 1 };
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** @param {Counts} counts */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
