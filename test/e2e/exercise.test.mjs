import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertLooksRight } from './look.mjs';
import { openTrials, trials } from './trialsPack.mjs';

describe('an exercise', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    await openTrials(workbench);
    await workbench.runCommandAndType('Interview Lab: Start Exercise', 'Double It');
    await workbench.page.keyboard.press('Enter');
    page = await workbench.webview('Double It');
    await page.getByRole('heading', { name: 'Double It' }).waitFor();
  });

  after(() => workbench?.close());

  /** Closes the learner's file, which has the focus, and its group: the page is alone then. */
  async function closeFile() {
    await workbench.page.keyboard.press('Control+w');
    await workbench.page.getByRole('tab', { name: /^double_it/ }).waitFor({ state: 'detached' });
  }

  it('tells on a save what is wrong, with what was expected, and gives a hint', async () => {
    await workbench.page.keyboard.press('Control+s');
    await page.getByText('0 of 2 checks passed.').waitFor();
    await page.getByText('Twice as much comes back').first().waitFor();
    assert.deepEqual(await page.locator('.case code').allTextContents(), [
      '4',
      '2',
      "'abab'",
      "'ab'",
    ]);
    await closeFile();
    await page.getByRole('button', { name: 'Show a Hint (2 left)' }).press('Enter');
    await page.getByText('Adding a value to itself').waitFor();
    assert.equal(await page.getByText('Strings add up').count(), 0);
    await workbench.runCommand('View: Close Primary Side Bar');
    await assertLooksRight(workbench, page, 'exercise-failed');
  });

  it('stands in the Test Explorer, with what was expected, at the line', async () => {
    await workbench.runCommand('Testing: Focus on Test Explorer View');
    const test = workbench.treeItem(/^Double It/);
    await test.locator('.monaco-tl-twistie').click();
    await workbench.treeItem(/^test_doubles\[a text\]/).waitFor();
    await workbench.runCommand('Test: Run All Tests');
    await workbench.treeItem(/^Double It.*Failed/).waitFor();
    await workbench.treeItem(/^test_doubles\[a text\].*Failed/).waitFor();
    const results = workbench.page.locator('.part.panel');
    await results.getByText('test_doubles[a text]').click();
    await results.getByText("'abab'").first().waitFor();
    await workbench.screenshot('exercise-tests');
    await results.getByRole('button', { name: /^(Hide|Close) Panel/ }).click();
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  it('is there again after a reload, with its hint and the learner’s file', async () => {
    await workbench.reload();
    page = await workbench.webview('Double It');
    await page.getByText('Adding a value to itself').waitFor();
    await page.getByRole('button', { name: 'Show the Next Hint (1 left)' }).waitFor();
    await page.getByRole('button', { name: 'Open double_it.py' }).press('Enter');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
  });

  it('is not shown twice when the reload left its tab behind another one', async () => {
    await closeFile();
    await workbench.runCommand('Interview Lab: Today');
    const today = () => workbench.webview('Today');
    await (await today()).getByRole('heading', { level: 1 }).waitFor();
    await workbench.reload();
    // What comes back takes the focus when it is there, and the packs come late.
    await (await today()).locator('.first:focus').waitFor();
    await openTrials(workbench);
    await workbench.runCommandAndType('Interview Lab: Start Exercise', 'Double It');
    await workbench.quickPick('Double It').waitFor();
    await workbench.page.keyboard.press('Enter');
    page = await workbench.webview('Double It');
    await page.getByText('Adding a value to itself').waitFor();
    assert.equal(await workbench.page.getByRole('tab', { name: 'Double It' }).count(), 1);
    await page.getByRole('button', { name: 'Open double_it.py' }).press('Enter');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await workbench.runCommand('View: Close Other Editors in Group');
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
  });

  it('is passed by keyboard alone, and then shows how others solve it', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\ndouble = lambda value: value + value\n');
    await workbench.page.keyboard.press('Control+s');
    await page.getByText('All 2 checks passed.').waitFor();
    await page.getByRole('heading', { name: 'Add it to itself' }).waitFor();
    await closeFile();
    await assertLooksRight(workbench, page, 'exercise-passed');
    await page.getByRole('button', { name: 'Compare with Yours' }).press('Enter');
    const compared = workbench.page.getByRole('tab', { name: 'Add it to itself ↔ Yours' });
    await compared.waitFor();
    await workbench.page.getByText('return value + value').first().waitFor();
    await workbench.page.keyboard.press('Control+w');
    await compared.waitFor({ state: 'detached' });
  });

  it('is measured beside the ways of others, on growing inputs', async () => {
    page = await workbench.webview('Double It');
    await page.getByRole('button', { name: 'Measure' }).press('Enter');
    await page.getByText('2 programs measured.').waitFor();
    const chart = page.getByRole('slider', { name: /^Time by size/ });
    assert.match(
      (await chart.getAttribute('aria-valuetext')) ?? '',
      /^1,000: Yours [\d.]+ \S+; Add it to itself [\d.]+ \S+$/,
    );
    const table = page.locator('#table-bytes');
    await table.locator('summary').click();
    assert.deepEqual(await table.locator('tbody th').allTextContents(), [
      ...['10', '100', '1,000'],
      'Grows like',
    ]);
    await assertLooksRight(workbench, page, 'exercise-measured');
  });

  it('is written again from the starter, and what was written is kept', async () => {
    page = await workbench.webview('Double It');
    await page.getByRole('button', { name: 'Write It Again' }).press('Enter');
    await page.getByText('solved').waitFor({ state: 'detached' });
    page = await workbench.webview('Double It');
    await page.getByRole('button', { name: 'Show a Hint (2 left)' }).waitFor();
    const editor = workbench.page.locator('.monaco-editor.focused');
    await editor.waitFor();
    assert.doesNotMatch((await editor.textContent()) ?? '', /value \+ value/);
    assert.equal(await page.getByRole('heading', { name: 'Add it to itself' }).count(), 0);
  });
});
