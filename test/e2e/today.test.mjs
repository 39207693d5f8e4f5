import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';

describe('the first hour, by keyboard alone', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.today.open': true } });
  });

  after(() => workbench?.close());

  const press = async (/** @type {string[]} */ ...names) => {
    for (const name of names) await workbench.page.keyboard.press(name);
  };
  const today = () => workbench.webview('Today');
  const titleOf = async (/** @type {import('playwright-core').FrameLocator} */ page) =>
    (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  it('begins where the view opens, with a choice that takes one key', async () => {
    await workbench.openView();
    const page = await today();
    await page.getByRole('heading', { name: 'What brings you here?' }).waitFor();
    await page.locator('.first:focus').waitFor();
    await workbench.screenshot('today-choose');
    assert.deepEqual(await workbench.accessibilityViolations(page), []);
    await press('Enter');
    const plan = /^Interview in a Week: 0 of 24 questions read\. The interview is in 14 days\.$/;
    await page.getByText(plan).waitFor();
    await workbench.treeItem(/^Interview in a Week/).waitFor();
    await workbench.screenshot('today');
  });

  it('reads, runs and is asked', async () => {
    const page = await today();
    await page.locator('.first:focus', { hasText: 'Read On' }).waitFor();
    await press('Enter');
    await page.locator('html').waitFor({ state: 'detached' });
    const question = await workbench.webview();
    const title = await titleOf(question);
    await press('Alt+q', 'r');
    await question
      .locator('.status', { hasText: /Exit code/ })
      .first()
      .waitFor();
    await press('Alt+q', 'q');
    const quiz = await workbench.webview(`Quiz: ${title}`);
    await quiz.getByRole('radio').first().waitFor();
    await press('1', 'Enter');
    await quiz.getByRole('heading', { name: /^(Correct|Not correct)$/ }).waitFor();
  });
});
