import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { openTrials, trials } from './trialsPack.mjs';

describe('a scratch file', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    // Drawn as elements, what the terminal shows can be read.
    workbench = await openWorkbench({
      settings: { 'terminal.integrated.gpuAcceleration': 'off', 'interviewLab.packs': [trials] },
    });
    await openTrials(workbench);
    await workbench.treeItem(/The Object Model/).click();
    await workbench.treeItem(/__new__/).click();
  });

  after(() => workbench?.close());

  const editor = () => workbench.page.locator('.editor-instance .monaco-editor').first();
  const terminal = (text) => workbench.page.locator('.xterm-rows', { hasText: text });
  const lens = (title) => workbench.page.locator('.codelens-decoration a', { hasText: title });

  it('opens beside the question', async () => {
    const page = await workbench.webview();
    await page
      .locator('figure.snippet')
      .first()
      .getByRole('button', { name: 'Open in Editor' })
      .click();
    await lens('Run').first().waitFor();
    await lens('Reset to Original').waitFor();
  });

  it('has the colors that its snippet has on the page', async () => {
    const page = await workbench.webview();
    const code = page.locator('figure.snippet pre.code').first();
    await code.locator('span').first().waitFor();
    for (const word of ['class', 'def', 'return']) {
      const color = await code
        .locator('span', { hasText: new RegExp(`^${word}$`) })
        .first()
        .evaluate((span) => getComputedStyle(span).color);
      await workbench.page.waitForFunction(
        ([text, wanted]) =>
          [...document.querySelectorAll('.monaco-editor .view-line span')].some(
            (span) => span.textContent?.trim() === text && getComputedStyle(span).color === wanted,
          ),
        /** @type {const} */ ([word, color]),
      );
    }
  });

  it('keeps what the learner changes, and the question says so', async () => {
    await editor().locator('.view-line').first().click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('print("changed by me")\n');
    await workbench.page.keyboard.press('Control+s');
    // The end of the file may have scrolled the actions above its first line out of sight.
    await workbench.page.keyboard.press('Control+Home');
    const page = await workbench.webview();
    await page.getByText('Your version').first().waitFor();
    await workbench.screenshot('scratch');
  });

  it('runs in the terminal', async () => {
    await lens('Run').first().click();
    await terminal('changed by me').waitFor();
    await workbench.screenshot('scratch-run');
  });

  it('runs the learner’s version in the panel', async () => {
    const page = await workbench.webview();
    const first = page.locator('figure.snippet').first();
    await first.getByRole('button', { name: 'Run', exact: true }).click();
    await first.locator('.output').getByText('changed by me').waitFor();
    // What is above the output is what printed it, in its colors.
    const shown = first.locator('pre.code:visible');
    await shown.getByText('changed by me').waitFor();
    await shown.locator('span[class^="k"]').first().waitFor();
    await workbench.screenshot('scratch-your-version');
    await first.getByRole('button', { name: 'Run Original' }).click();
    await first.getByText('As expected').waitFor();
    assert.equal(await shown.getByText('changed by me').count(), 0);
  });

  it('runs in the panel as it is in the editor, saved or not', async () => {
    await editor().locator('.view-line').first().click();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('print("not saved yet")\n');
    await workbench.page.keyboard.press('Control+Home');
    const page = await workbench.webview();
    const first = page.locator('figure.snippet').first();
    await first.getByRole('button', { name: 'Run', exact: true }).click();
    await first.locator('.output').getByText('not saved yet').waitFor();
    await first.locator('.status').getByText('Your version').waitFor();
  });

  it('is compared with the original', async () => {
    await lens('Compare with Original').click();
    await workbench.page.locator('.monaco-diff-editor').first().waitFor();
    await workbench.screenshot('scratch-compare');
    await workbench.runCommand('View: Close Editor');
  });

  it('is reset to the original', async () => {
    await lens('Reset to Original').click();
    const confirm = workbench.page.getByRole('button', { name: /^Reset/ });
    await confirm.waitFor();
    await confirm.click();
    const page = await workbench.webview();
    await page.getByText('Your version').first().waitFor({ state: 'hidden' });
    assert.equal(await editor().getByText('changed by me').count(), 0);
  });

  it('takes input from the keyboard in the terminal', async () => {
    await workbench.runCommandAndType('Interview Lab: Run Snippet', 'asks');
    await workbench.quickPick('asks').first().click();
    await terminal('Name?').waitFor();
    await workbench.page.keyboard.type('Ada');
    await workbench.page.keyboard.press('Enter');
    await terminal('Hello, Ada!').waitFor();
  });

  it('is not where a traceback of the original leads', async () => {
    await workbench.runCommandAndType('Interview Lab: Open Snippet in Editor', 'fails');
    await workbench.quickPick('fails').first().click();
    await workbench.page.getByRole('tab', { name: /^fails\.py/ }).waitFor();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type('# a line more\nprint("mine")\n');
    await workbench.page.keyboard.press('Control+s');
    const trouble = await workbench.openQuestion('What misbehaves?');
    const fails = trouble.locator('figure.snippet[data-snippet="fails"]');
    await fails.getByRole('button', { name: 'Run Original' }).click();
    await fails.locator('.status').getByText('Original').waitFor();
    await fails.getByRole('link', { name: /fails\.py", line 5$/ }).waitFor();
    const frame = fails.getByRole('link', { name: /fails\.py", line 2$/ });
    await frame.scrollIntoViewIfNeeded();
    /** Pixels, once the page is there. */
    const scrolled = async () => {
      await fails.waitFor();
      return trouble.locator('html').evaluate(() => scrollY);
    };
    assert.ok((await scrolled()) > 0);
    await frame.click();
    await workbench.page.getByRole('tab', { name: /^fails \(Original\)\.py/ }).waitFor();
    await workbench.page.locator('.statusbar').getByText('Ln 2, Col 5').waitFor();
    await workbench.page.getByText('return 1 / by').first().waitFor();
    await workbench.screenshot('scratch-original');
    await workbench.runCommand('View: Close Editor');
    assert.ok((await scrolled()) > 0, 'the page stays where it was');
    await fails.getByRole('button', { name: 'Run', exact: true }).click();
    await fails.locator('.output').getByText('mine').waitFor();
    await fails.getByRole('link', { name: /fails\.py", line 4$/ }).click();
    await workbench.page.locator('.statusbar').getByText('Ln 4, Col 5').waitFor();
  });
});
