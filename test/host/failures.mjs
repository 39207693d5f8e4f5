/** What was on the screens when something failed. */
import path from 'node:path';
import { root } from './setup.mjs';

export const screenshotFolder = path.join(root, 'test-results', 'screenshots');

/** @type {Set<import('./workbench.mjs').Workbench>} */
export const openWorkbenches = new Set();
/** @type {Promise<void>} */
let describing = Promise.resolve();

/**
 * Says what was on the screen of each open window when a step failed.
 *
 * @param {string} step
 */
export function describeFailure(step) {
  describing = describing.then(() => describe(step));
  return describing;
}

/** Resolves when all that failed so far is described; until then no window may be closed. */
export function described() {
  return describing;
}

/** @param {string} step */
async function describe(step) {
  const name = `failed ${step}`.replace(/[^\w]+/g, '-').slice(0, 100);
  for (const [index, workbench] of [...openWorkbenches].entries()) {
    try {
      const picture = await workbench.screenshot(index === 0 ? name : `${name}-${index + 1}`);
      const text = await workbench.visibleText();
      console.error(`\nOn the screen when "${step}" failed (${path.relative(root, picture)}):`);
      console.error(text.replace(/^/gm, '  | '));
    } catch (error) {
      console.error(`The screen could not be read: ${error}`);
    }
  }
}
