/** The stepper: from the end of a program to its first step on the page, and thousands of steps without a stutter. */
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { medianOf } from './median.mjs';
import { openTimer } from './openTimer.mjs';

const RUNS = 7;
const WALKS = 3;
/** Steps that are gone one by one, and by the slider. */
const walk = { next: 1000, slider: 200 };

/** What is on the page once a step is shown. */
const marks = { stepThrough: '.trace .frames .box' };

/** About 5,000 steps with a dozen objects; at its end it writes down when that was. @param {string} ended */
const program = (ended) => `import time

rows = [[n] for n in range(10)]
total = 0
for n in range(2400):
    total += n
with open(${JSON.stringify(ended)}, "w") as file:
    file.write(str(time.time() * 1000))
`;

/**
 * @param {import('playwright-core').Page} page of a window whose extension has a real Python
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function tracePageRows(page, ask) {
  await ask('activate');
  const file = path.join(temporaryFolder('stepped'), 'ended');
  const query = { code: program(file), file };
  const open = await openTimer(page, ask, marks);
  /** @type {number[]} */
  const times = [];
  // The first time loads what is loaded once.
  await open('stepThrough', query);
  for (let run = 0; run < RUNS; run++) times.push(await open('stepThrough', query));
  await ask('stepThrough', query);
  const stepper = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  const trace = stepper.locator('.trace');
  await trace.locator('.frames .box').first().waitFor();
  /** @type {number[]} */
  const frames = [];
  /** @type {number[]} */
  const steps = [];
  for (let run = 0; run < WALKS; run++) {
    const { longest, step } = await walked(trace);
    frames.push(longest);
    steps.push(step);
  }
  return {
    'trace.step': medianOf('ms', steps),
    'trace.firstStep': medianOf('ms', times),
    'trace.longestFrame': medianOf('ms', frames),
  };
}

/**
 * A step at each animation frame: the longest time between two of them, and how long a step takes until its picture
 * is laid out; in milliseconds.
 *
 * @param {import('playwright-core').Locator} trace
 * @returns {Promise<{ longest: number, step: number }>}
 */
function walked(trace) {
  return trace.evaluate(
    (element, { next, slider }) =>
      new Promise((resolve) => {
        const button = /** @type {HTMLElement} */ (element.querySelector('.bar .primary'));
        const range = /** @type {HTMLInputElement} */ (element.querySelector('input[type=range]'));
        const most = Number(range.max);
        let taken = 0;
        let longest = 0;
        let inSteps = 0;
        let last = performance.now();
        const frame = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (taken === next + slider) {
            resolve({ longest, step: inSteps / next });
            return;
          }
          if (taken < next) {
            button.click();
            element.getBoundingClientRect();
            inSteps += performance.now() - now;
          } else {
            // Far apart, forward and back.
            range.value = String(((taken - next) * 1777) % most);
            range.dispatchEvent(new Event('input'));
          }
          taken += 1;
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    walk,
  );
}
