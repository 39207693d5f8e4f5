import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

describe('a quiz, by mouse', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    page = await startQuiz(workbench);
  });

  after(() => workbench?.close());

  const button = (name) => page.getByRole('button', { name });
  const check = async (word) => {
    await button('Check').click();
    await page.getByRole('heading', { name: word, exact: true }).waitFor();
  };

  it('takes options', async () => {
    await page.getByText('four', { exact: true }).click();
    await page.getByRole('radio', { name: 'Certain' }).check();
    await check('Correct');
    await button('Continue').click();
    await page.getByText('two', { exact: true }).click();
    await page.getByText('seven', { exact: true }).click();
    await check('Correct');
    await button('Continue').click();
  });

  it('colors code as the editor does, and runs it after the answer', async () => {
    const code = page.locator('pre.code code').first();
    await code.locator('span').first().waitFor();
    const colors = await code.evaluate((each) => [
      ...new Set(
        [each, ...each.querySelectorAll('span')].map((part) => getComputedStyle(part).color),
      ),
    ]);
    assert.ok(colors.length > 2, `the colors are ${colors.join(' and ')}`);
    await page.getByRole('textbox').fill('0\n1');
    await workbench.screenshot('quiz-colored');
    await check('Correct');
    await button('Run It and See').click();
    const printed = page.locator('.printed');
    await printed.getByText('It prints').waitFor();
    assert.match((await printed.locator('pre').textContent()) ?? '', /^0\r?\n1\r?\n/);
    await button('Step Through').click();
    const steps = await workbench.webview('Steps: prints');
    await steps.getByText(/^Step 1 of \d+$/).waitFor();
    await workbench.page.keyboard.press('Control+w');
    await workbench.page.getByRole('tab', { name: /^Steps/ }).waitFor({ state: 'detached' });
    await button('Continue').click();
  });

  it('takes a word', async () => {
    await page.getByRole('textbox').fill('def');
    await check('Correct');
    await button('Continue').click();
  });

  it('takes lines that are dragged to their places', async () => {
    const lines = page.getByRole('list', { name: 'Lines to arrange' }).getByRole('listitem');
    await lines.first().waitFor();
    for (const [wanted, text] of ['first step', 'second step', 'third step'].entries()) {
      const names = await lines.evaluateAll((all) =>
        all.map((each) => each.getAttribute('aria-label')),
      );
      const at = names.findIndex((name) => name?.startsWith(text));
      if (at !== wanted) await lines.nth(at).dragTo(lines.nth(wanted));
      await page
        .getByRole('listitem', { name: new RegExp(`^${text}, line ${wanted + 1}`) })
        .waitFor();
    }
    await check('Correct');
    await button('Continue').click();
  });

  it('takes code from a file beside the quiz', async () => {
    await button('Open in Editor').click();
    const { page: window } = workbench;
    const editor = window.locator('.editor-instance .monaco-editor').last();
    await window.getByRole('tab', { name: /write\.py/ }).waitFor();
    await editor.locator('.view-lines').click();
    await window.keyboard.press('Control+a');
    await window.keyboard.insertText('def double(n): return n * 2');
    await page.getByText('def double(n): return n * 2').waitFor();
    await window.getByText('Check Answer').first().waitFor();
    await window.locator('.codelens-decoration a', { hasText: 'Run' }).click();
    await page.locator('.trial').getByText('Passed').first().waitFor();
    await workbench.screenshot('quiz-code-editor');
    await window.locator('.codelens-decoration a', { hasText: 'Check Answer' }).click();
    await page.getByRole('heading', { name: 'Correct', exact: true }).waitFor();
    await workbench.screenshot('quiz-code-checked');
    await button('Show Result').click();
  });

  it('saves the result as Markdown', async () => {
    await page.getByRole('heading', { name: 'One of each kind: 6 of 6' }).waitFor();
    await workbench.screenshot('quiz-result-mouse');
    await button('Save as Markdown').click();
    const editor = workbench.page.locator('.editor-instance .view-lines').last();
    await editor.getByText('# One of each kind').waitFor();
    await editor.getByText('6 of 6 points').waitFor();
  });
});

describe('a mixed quiz', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  after(() => workbench?.close());

  it('is of the topics, levels, length and mode that were chosen, and can be gone on with', async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    const { page: window } = workbench;
    await workbench.runCommand('Interview Lab: Start Quiz');
    await workbench.quickPick('Mixed Quiz…').click();
    const setup = await workbench.webview('Mixed Quiz');
    await setup.getByRole('radio', { name: /^Practice/ }).press('ArrowDown');
    assert.ok(await setup.getByRole('radio', { name: /^Exam/ }).isChecked());
    const summary = setup.locator('.summary');
    const begin = setup.getByRole('button', { name: 'Start Quiz' });
    await summary.getByText(/^20 items in 30 minutes, drawn from [\d,]+\.$/).waitFor();
    for (const level of ['Core', 'Advanced', 'Expert'])
      await setup.getByRole('checkbox', { name: level }).press(' ');
    await summary.getByText('Choose at least one topic and one level.').waitFor();
    assert.ok(await begin.isDisabled());
    await setup.getByRole('checkbox', { name: 'Expert' }).press(' ');
    await setup.getByRole('checkbox', { name: 'Only what I missed' }).press(' ');
    await summary.getByText(/^You have missed nothing here\./).waitFor();
    await setup.getByRole('checkbox', { name: 'Only what I missed' }).press(' ');
    await setup.getByRole('spinbutton', { name: 'Number of items' }).fill('7');
    await summary.getByText(/^7 items in 11 minutes, drawn from/).waitFor();
    await workbench.screenshot('quiz-setup');
    assert.deepEqual(await workbench.accessibilityViolations(setup), []);
    await window.keyboard.press('Control+Enter');
    const page = await workbench.webview('Mixed quiz');
    await page.getByText('Item 1 of 7, 0 answered').waitFor();
    await page.getByRole('timer').getByText(/^10:/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('The quiz is paused').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Item 2 of 7, 1 answered').waitFor();
    await page.getByRole('button', { name: 'Flag' }).click();
    await page.getByRole('button', { name: 'Flagged' }).waitFor();
    await page.getByText('All items').click();
    await page.getByRole('button', { name: '7 open' }).click();
    await page.getByText('Item 7 of 7').first().waitFor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Interview Lab: Start Quiz');
    await workbench.quickPick('Continue the Mixed Quiz').click();
    const again = await workbench.webview();
    await again.getByText('Item 7 of 7, 1 answered').waitFor();
    await again.getByText('All items').click();
    await again.getByRole('button', { name: '2 open, flagged' }).waitFor();
  });

  it('tells nothing of an exam before its end, and does not end it by a slip', async () => {
    const page = await workbench.webview();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByText('Item 7 of 7, 2 answered').waitFor();
    assert.equal(await page.locator('.verdict').count(), 0);
    await page.getByRole('button', { name: 'Finish' }).click();
    await dialog.getByText('5 items are not answered. Finish the exam?').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Item 7 of 7, 2 answered').waitFor();
    await page.getByRole('button', { name: 'Finish' }).click();
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'Mixed quiz: 0 of 7' }).waitFor();
  });

  it('counts what is ticked on the item in front when an exam is finished', async () => {
    await workbench.runCommand('Interview Lab: Start Quiz');
    await workbench.quickPick('Knowledge check').click();
    await workbench.quickPick('Exam').click();
    const page = await workbench.webview('Knowledge check');
    await page.locator('label', { hasText: 'It maps qualified names to module objects' }).click();
    await page.getByRole('button', { name: 'Finish' }).click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('4 items are not answered. Finish the exam?').waitFor();
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'Knowledge check: 1 of 5' }).waitFor();
  });
});
