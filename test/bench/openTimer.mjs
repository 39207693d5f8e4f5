/** From a command to the painted page that it opens. */
const TIMEOUT_MS = 30_000;

/**
 * @template {string} K
 * @param {import('playwright-core').Page} page
 * @param {import('./window.mjs').Ask} ask
 * @param {Record<K, string>} marks what is in a page once it is there, by the kind of page
 * @returns {Promise<(kind: K, query: Record<string, string>, deed?: string) => Promise<number>>} opens a page by the
 *   helper's deed (the kind's name unless told), and closes it again; milliseconds
 */
export async function openTimer(page, ask, marks) {
  /** @type {((kind: string, time: number) => void) | undefined} */
  let painted;
  await page.exposeBinding('benchPainted', (_, kind, time) => painted?.(kind, time));
  await page.addInitScript(watchForPaint, /** @type {Record<string, string>} */ (marks));

  return async (kind, query, deed = kind) => {
    /** @type {Promise<number>} */
    const shown = new Promise((resolve, reject) => {
      const failed = () => reject(new Error(`The page was not painted: ${kind}`));
      const timer = setTimeout(failed, TIMEOUT_MS);
      painted = (which, time) => {
        if (which !== kind) return;
        clearTimeout(timer);
        resolve(time);
      };
    });
    const [{ begun }, time] = await Promise.all([ask(deed, query), shown]);
    painted = undefined;
    await ask('close');
    await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
    return time - begun;
  };
}

/**
 * Runs in every frame before its scripts, and works in the outer frame of a webview: it reaches the
 * page inside, and its animation frames are not lost when VS Code writes the page's document anew.
 *
 * @param {Record<string, string>} selectors
 */
function watchForPaint(selectors) {
  if (!location.pathname.endsWith('/webview/browser/pre/index.html')) return;
  const look = () => {
    const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#active-frame'));
    const kind = Object.keys(selectors).find((each) =>
      frame?.contentDocument?.querySelector(selectors[each] ?? ''),
    );
    if (kind === undefined) {
      requestAnimationFrame(look);
      return;
    }
    // The next frame begins when the one with the mark has been painted.
    requestAnimationFrame(() => {
      const time = performance.timeOrigin + performance.now();
      /** @type {any} */ (window).benchPainted(kind, time);
    });
  };
  requestAnimationFrame(look);
}
