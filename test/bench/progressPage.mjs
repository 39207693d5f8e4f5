/** The progress page over a journal of 100,000 events: how long until it is painted, and the longest task in it. */
import { madeUpHistory } from '../fixtures/history.mjs';
import { writeJournal } from '../host/profile.mjs';
import { medianOf } from './median.mjs';

const RUNS = 7;
const EVENTS = 100_000;
const outerFrame = '/webview/browser/pre/index.html';

/** @param {string} userDataDir of a window that is not open yet */
export function writeHistory(userDataDir) {
  const questions = ['import-system', 'bytecode', 'gil', 'mro', 'descriptors'];
  const text = madeUpHistory({ events: EVENTS, days: 370, until: Date.now(), questions });
  writeJournal(userDataDir, text);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @returns {Promise<Record<string, import('./targets.mjs').Row>>}
 */
export async function progressRows(page, ask) {
  await page.addInitScript(watchForLongTasks, outerFrame);
  const painted = [];
  const longest = [];
  // The first time waits for the journal to be read and is not counted.
  for (let run = 0; run <= RUNS; run++) {
    const { begun } = await ask('progress');
    const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    const time = await frame
      .locator('.cell.now')
      .evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
            ),
          ),
      );
    const tasks = await Promise.all(
      page
        .frames()
        .filter((each) => each.url().includes(outerFrame))
        .map((each) => each.evaluate(() => /** @type {any} */ (window).benchLongestTask ?? 0)),
    );
    await ask('close');
    await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
    if (run === 0) continue;
    painted.push(time - begun);
    longest.push(Math.max(0, ...tasks));
  }
  return {
    'progress.painted': medianOf('ms', painted),
    'progress.longestTask': medianOf('ms', longest),
  };
}

/**
 * Runs in every frame before its scripts, and works in the outer frame of a webview, which hears of the tasks of the
 * page inside. Browsers report tasks from 50 ms on; without any, the longest is 0.
 *
 * @param {string} outer
 */
function watchForLongTasks(outer) {
  if (!location.pathname.endsWith(outer)) return;
  const bench = /** @type {any} */ (window);
  bench.benchLongestTask = 0;
  const ofPage = new Set(['self', 'same-origin', 'same-origin-descendant']);
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (ofPage.has(name)) bench.benchLongestTask = Math.max(bench.benchLongestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
}
