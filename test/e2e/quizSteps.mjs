/** What the tests of topic have in common. */
import assert from 'node:assert/strict';
import { openTrials } from './trialsPack.mjs';

/**
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @returns the page of the quiz
 */
export async function startQuiz(workbench) {
  await openTrials(workbench);
  const topic = workbench.treeItem(/^Trouble/);
  if ((await topic.getAttribute('aria-expanded')) !== 'true') await topic.click();
  await workbench.treeItem(/One of each kind/).click();
  const page = await workbench.webview('One of each kind');
  await page.getByRole('heading', { name: 'One of each kind' }).waitFor();
  return page;
}

/**
 * Fails when the page is wider than what is seen of it, or a control lies outside.
 *
 * @param {import('playwright-core').FrameLocator} page
 */
export async function assertFits(page) {
  const outside = await page.locator('html').evaluate((html) => {
    const width = html.clientWidth;
    const controls = [...html.querySelectorAll('button, input, textarea, a, summary')];
    const hidden = controls.filter((control) => {
      const { left, right, width: own } = control.getBoundingClientRect();
      return own > 1 && (left < -1 || right > width + 1);
    });
    const wide = html.scrollWidth > width ? [`page: ${html.scrollWidth} > ${width}`] : [];
    return [...wide, ...hidden.map((control) => control.outerHTML.slice(0, 120))];
  });
  assert.deepEqual(outside, []);
}
