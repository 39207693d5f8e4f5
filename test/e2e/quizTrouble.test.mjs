import assert from 'node:assert/strict';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

describe('a quiz in two windows', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let first;
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let second;
  let pages;

  before(async () => {
    first = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    second = await first.secondWindow();
    pages = [await startQuiz(first), await startQuiz(second)];
    for (const page of pages) await page.getByText('Item 1 of 6, 0 answered').waitFor();
  });

  after(async () => {
    await second?.close();
    await first?.close();
  });

  const answer = async (page, option) => {
    await page.getByText(option, { exact: true }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'Correct' }).waitFor();
  };

  it('tells the verdict of the answer that came first in both', async () => {
    const [one, other] = pages;
    await answer(one, 'four');
    await answer(other, 'five');
    await other
      .getByText('This item was answered in another window; that answer counts.')
      .waitFor();
    await other.locator('.option', { hasText: 'four' }).getByText('Your answer').waitFor();
  });

  it('takes in what the other window went on with', async () => {
    const [one, other] = pages;
    await one.getByRole('button', { name: 'Continue' }).click();
    await one.getByText('two', { exact: true }).click();
    await one.getByRole('button', { name: 'Check' }).click();
    await one.getByRole('heading', { name: 'Partly correct' }).waitFor();
    await other.getByRole('button', { name: 'Continue' }).click();
    await other.getByText('Item 2 of 6, 2 answered').waitFor();
    await other.getByRole('heading', { name: 'Partly correct' }).waitFor();
  });
});

/** A folder with every program of the PATH but the Pythons. */
function programsWithoutPython() {
  const folder = temporaryFolder('programs');
  for (const each of (process.env['PATH'] ?? '').split(path.delimiter))
    for (const name of existsSync(each) ? readdirSync(each) : [])
      if (!/^(python|pypy|uv|conda)/.test(name) && !existsSync(path.join(folder, name)))
        symlinkSync(path.join(each, name), path.join(folder, name));
  return folder;
}

describe('code in a quiz', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    const home = temporaryFolder('home');
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [trials] },
      // As from a command line: VS Code then asks no login shell, which would have a PATH of its own.
      env: { VSCODE_CLI: '1', PATH: programsWithoutPython(), HOME: home, PYENV_ROOT: home },
    });
    page = await startQuiz(workbench);
  });

  after(() => workbench?.close());

  const skip = async (/** @type {number} */ item) => {
    await page.getByText(`Item ${item} of 6,`).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  };

  it('takes the colors of a theme that is chosen meanwhile, and keeps what was typed', async () => {
    await skip(1);
    await skip(2);
    await page.getByText('Item 3 of 6,').waitFor();
    const keyword = page.locator('pre.code span').first();
    await page.getByRole('textbox').fill('0\n1');
    const light = await keyword.evaluate((span) => getComputedStyle(span).color);
    await workbench.useTheme('dark');
    await page.locator('body.vscode-dark').waitFor();
    await page.locator('html').evaluate(
      (_, before) =>
        new Promise((resolve) => {
          const look = () => {
            const span = document.querySelector('pre.code span');
            if (span && getComputedStyle(span).color !== before) resolve(undefined);
            else requestAnimationFrame(look);
          };
          look();
        }),
      light,
    );
    assert.equal(await page.getByRole('textbox').inputValue(), '0\n1');
    await skip(3);
  });

  it('is checked by the built-in Python where none is installed', async () => {
    await skip(4);
    await skip(5);
    await page.getByRole('button', { name: /Write Here/ }).click();
    await page.getByRole('textbox').fill('def double(n):\n    return n if n else 0\n');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'Not correct', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show Result' }).click();
    await page.getByRole('heading', { name: 'One of each kind: 0 of 6' }).waitFor();
  });

  it('runs and stops snippets with the built-in Python, and says what it cannot run', async () => {
    const question = await workbench.openQuestion('What misbehaves?');
    const snippet = (/** @type {string} */ name) =>
      question.locator(`figure.snippet[data-snippet="${name}"]`);
    const run = (/** @type {string} */ name) =>
      snippet(name).getByRole('button', { name: 'Run', exact: true }).click();
    await snippet('brood')
      .getByText(/starts processes, which the built-in Python cannot/)
      .waitFor();
    await run('asks');
    await snippet('asks').getByRole('textbox', { name: 'Input for asks' }).fill('Ada');
    await workbench.page.keyboard.press('Enter');
    await snippet('asks').getByText('Hello, Ada!').waitFor();
    await run('endless');
    await snippet('endless').getByRole('button', { name: 'Stop' }).click();
    await snippet('endless')
      .getByText(/Stopped/)
      .waitFor();
  });
});
