/** Runs in the question's panel: from the click to the first output, and a flood of output without a stutter. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { medianOf } from './median.mjs';

const RUNS = 15;
const WARM_UP = 3;
const FLOODS = 3;
const FLOOD_MB = 100;

const hello = 'print("hello", flush=True)\n';
const flood = `import sys

line = b"x" * 99 + b"\\n"
for _ in range(${FLOOD_MB * 10}):
    sys.stdout.buffer.write(line * 1000)
`;

/** A pack with one question, whose two snippets print a little and very much. */
export function runsPack() {
  const folder = temporaryFolder('runs');
  mkdirSync(path.join(folder, 'questions'));
  writeFileSync(
    path.join(folder, 'pack.yaml'),
    'id: runs\ntitle: Runs\ndescription: d\nversion: 1.0.0\nlicense: MIT\ntopics: [{ id: runs, title: Runs, description: d }]\n',
  );
  const snippet = (/** @type {string} */ name, /** @type {string} */ code) =>
    `\`\`\`python {name=${name}}\n${code}\`\`\`\n\n`;
  writeFileSync(
    path.join(folder, 'questions', 'runs.md'),
    `---\ntitle: How fast does it run?\ntopic: runs\norder: 1\nlevel: core\ntags: [bench]\n---\n\nSee.\n\n${snippet('hello', hello)}${snippet('flood', flood)}`,
  );
  return folder;
}

/** The first Python on the PATH: the real one, for a shim would be measured otherwise. */
export function realPython() {
  const command = process.platform === 'win32' ? 'python' : 'python3';
  return execFileSync(command, ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim();
}

/**
 * @param {import('playwright-core').Page} page of a window whose extension runs `realPython()`
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function panelRunRows(page, ask) {
  await ask('activate');
  await ask('question', { id: 'runs' });
  const inner = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  const [quick, flooding] = [inner.locator('figure').nth(0), inner.locator('figure').nth(1)];
  await quick.locator('button.tool').first().waitFor();
  const python = realPython();
  const file = path.join(temporaryFolder('bare'), 'hello.py');
  writeFileSync(file, hello);
  /** @type {number[]} */
  const bare = [];
  /** @type {number[]} */
  const inPanel = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const times = [await bareFirstOutput(python, file), (await runIn(quick)).first];
    if (run < 0) continue;
    bare.push(times[0] ?? 0);
    inPanel.push(times[1] ?? 0);
  }
  const floods = [];
  for (let run = 0; run < FLOODS; run++) floods.push(await runIn(flooding));
  const [ours, alone] = [medianOf('ms', inPanel), medianOf('ms', bare)];
  return {
    'run.panelFirstOutput': ours,
    'run.panelOverhead': { value: ours.value - alone.value, unit: 'ms', runs: RUNS },
    'run.panelThroughput': medianOf(
      'MB/s',
      floods.map(({ end }) => (1000 * FLOOD_MB) / end),
    ),
    'run.longestFrame': medianOf(
      'ms',
      floods.map(({ longestFrame }) => longestFrame),
    ),
  };
}

/**
 * Clicks Run; milliseconds from the click to the first output in the page and to the line that tells the end, and
 * the longest time between two animation frames meanwhile.
 *
 * @param {import('playwright-core').Locator} figure
 * @returns {Promise<{ first: number, end: number, longestFrame: number }>}
 */
function runIn(figure) {
  return figure.evaluate(
    (element) =>
      new Promise((resolve) => {
        const output = /** @type {HTMLElement} */ (element.querySelector('.output'));
        const status = /** @type {HTMLElement} */ (element.querySelector('.status'));
        const begun = performance.now();
        let first = 0;
        let lastFrame = begun;
        let longestFrame = 0;
        let isOver = false;
        const frame = () => {
          const now = performance.now();
          longestFrame = Math.max(longestFrame, now - lastFrame);
          lastFrame = now;
          if (!isOver) requestAnimationFrame(frame);
        };
        const look = new MutationObserver(() => {
          if (first === 0 && !output.hidden && output.textContent !== '')
            first = performance.now() - begun;
          if (first === 0 || /Running|^$/.test(status.textContent ?? '')) return;
          isOver = true;
          look.disconnect();
          resolve({ first, end: performance.now() - begun, longestFrame });
        });
        look.observe(element, { childList: true, subtree: true, attributes: true });
        requestAnimationFrame(frame);
        /** @type {HTMLElement} */ (element.querySelector('button.tool')).click();
      }),
  );
}

/**
 * @param {string} python
 * @param {string} file
 * @returns {Promise<number>} milliseconds
 */
function bareFirstOutput(python, file) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(python, [file], { cwd: path.dirname(file) });
    let first = 0;
    child.stdout.once('data', () => {
      first = performance.now() - begun;
    });
    child.once('error', reject);
    child.once('close', () => {
      if (first === 0) reject(new Error('The bare Python printed nothing.'));
      else resolve(first);
    });
  });
}
