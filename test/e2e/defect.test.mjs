import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertFits } from './quizSteps.mjs';
import { openTrials, trials } from './trialsPack.mjs';

describe('a defect to find', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    await openTrials(workbench);
    const topic = workbench.treeItem(/^Trouble/);
    if ((await topic.getAttribute('aria-expanded')) !== 'true') await topic.click();
    await workbench.treeItem(/A defect/).click();
    page = await workbench.webview('A defect');
    await page.getByRole('heading', { name: 'A defect' }).waitFor();
  });

  after(() => workbench?.close());

  it('is answered by keys: a line, then its repair, which is not shown before', async () => {
    const lines = page.getByRole('group', { name: 'Choose the faulty line.' });
    const repairs = page.getByRole('group', { name: 'Choose its repair.' });
    assert.equal(await lines.getByRole('radio').count(), 3, 'a blank line cannot be chosen');
    assert.equal(await repairs.isVisible(), false);
    await lines.getByRole('radio', { name: 'Line 2: tags.append(name)' }).press('ArrowUp');
    assert.ok(await lines.getByRole('radio', { name: /^Line 1/ }).isChecked());
    await repairs.waitFor();
    await assertFits(page);
    const right = repairs.getByRole('radio', { name: /tags = \[\*tags\]/ });
    await right.press((await right.getAttribute('id')) === 'option-0' ? '1' : '2');
    assert.ok(await right.isChecked());
    await workbench.screenshot('quiz-defect');
    await right.press('Enter');
    await page.getByRole('heading', { name: 'Correct', exact: true }).waitFor();
    await page.getByText('Faulty line', { exact: true }).waitFor();
    await page.getByText('Each call gets its own.').waitFor();
  });
});
