import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertFits, startQuiz, trials } from './quizSteps.mjs';

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
    await page.getByText('Certain').click();
    await check('Correct');
    await button('Continue').click();
    await page.getByText('two', { exact: true }).click();
    await page.getByText('seven', { exact: true }).click();
    await check('Correct');
    await button('Continue').click();
  });

  it('colours code as the editor does, and runs it after the answer', async () => {
    const code = page.locator('pre.code code').first();
    await code.locator('span').first().waitFor();
    const colours = await code.evaluate((each) => [
      ...new Set(
        [each, ...each.querySelectorAll('span')].map((part) => getComputedStyle(part).color),
      ),
    ]);
    assert.ok(colours.length > 2, `the colours are ${colours.join(' and ')}`);
    await page.getByRole('textbox').fill('0\n1');
    await workbench.screenshot('quiz-coloured');
    await check('Correct');
    await button('Run It and See').click();
    const printed = page.locator('.printed');
    await printed.getByText('It prints').waitFor();
    assert.match((await printed.locator('pre').textContent()) ?? '', /^0\r?\n1\r?\n/);
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

describe('a quiz in little room', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  afterEach(() => workbench?.close());

  for (const [room, viewport] of /** @type {const} */ ([
    ['a panel of 300 px', { width: 348, height: 700 }],
    ['200 % zoom of a small window', { width: 640, height: 400 }],
  ])) {
    it(`fits ${room}, before and after each answer`, async () => {
      workbench = await openWorkbench({
        settings: { 'interviewLab.packs': [trials] },
        viewport: { width: 1000, height: 700 },
      });
      const page = await startQuiz(workbench);
      await workbench.runCommand('View: Close Primary Side Bar');
      await workbench.page.setViewportSize(viewport);
      for (let item = 1; item <= 6; item++) {
        await page.getByText(`Item ${item} of 6`).first().waitFor();
        await assertFits(page);
        await workbench.screenshot(`quiz-${viewport.width}-${item}`);
        await page.getByRole('button', { name: 'Skip' }).click();
        const onward = page.getByRole('button', { name: /^(Continue|Show Result)/ });
        await onward.waitFor();
        await assertFits(page);
        await onward.click();
      }
      await page.getByText('Every item').waitFor();
      await assertFits(page);
      await workbench.screenshot(`quiz-${viewport.width}-result`);
    });
  }
});
