import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertLooksRight } from './look.mjs';
import { openTrials, trials } from './trialsPack.mjs';

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');

describe('reading a question', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [trials] },
    });
    await openTrials(workbench);
  });

  after(() => workbench?.close());

  const open = async (title) => {
    await workbench.page.keyboard.press('Escape');
    return workbench.openQuestion(title);
  };

  const snippet = (page, name) => page.locator(`figure.snippet[data-snippet="${name}"]`);

  it('opens from the tree, in color, with contents and sources', async () => {
    await workbench.treeItem(/Expert Python/).waitFor();
    await workbench.treeItem(/Inside CPython/).click();
    await workbench.treeItem(/when a module is imported/).click();
    const page = await workbench.webview();
    await page.getByRole('heading', { level: 1, name: /when a module is imported/ }).waitFor();
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first().waitFor();
    await page.locator('pre.code span[class^="k"]').first().waitFor();
    const sources = page
      .locator('section')
      .filter({ hasText: /^Sources/ })
      .getByRole('link');
    assert.ok((await sources.allTextContents()).every((title) => !title.includes('://')));
    await page.getByRole('button', { name: 'Quiz This Question' }).last().waitFor();
    const measure = await page
      .locator('article p')
      .first()
      .evaluate((text) => {
        const ruler = document.createElement('div');
        ruler.style.width = '1ch';
        text.append(ruler);
        const { width } = ruler.getBoundingClientRect();
        ruler.remove();
        return text.getBoundingClientRect().width / width;
      });
    assert.ok(measure <= 82, `${measure} characters in a line`);
    const [run, copy] = await Promise.all(
      ['Run', 'Copy'].map((name) =>
        page
          .getByRole('button', { name, exact: true })
          .first()
          .evaluate((button) => getComputedStyle(button).backgroundColor),
      ),
    );
    assert.notEqual(run, copy, 'what is done most stands out');
    await workbench.screenshot('question');
  });

  it('takes the colors of a theme that is chosen meanwhile', async () => {
    const page = await workbench.webview();
    /** Resolves with the color of the first keyword once it is another one. */
    const colorOtherThan = (/** @type {string} */ before) =>
      page.locator('body').evaluate(
        (body, known) =>
          new Promise((resolve) => {
            const look = () => {
              const spans = [...body.querySelectorAll('pre.code span')];
              const word = spans.find((each) => each.textContent === 'import');
              const color = word ? getComputedStyle(word).color : known;
              if (color === known) requestAnimationFrame(look);
              else resolve(color);
            };
            look();
          }),
        before,
      );
    const light = await colorOtherThan('');
    await workbench.useTheme('dark');
    const dark = await colorOtherThan(light);
    await workbench.useTheme('light');
    assert.equal(await colorOtherThan(dark), light);
  });

  it('runs a snippet and says that its output is as expected', async () => {
    const page = await workbench.webview();
    const first = page.locator('figure.snippet').first();
    await first.getByRole('button', { name: 'Run', exact: true }).click();
    await first.getByText('As expected').waitFor();
    await first.getByText(/Exit code 0 · Python 3\.\d+/).waitFor();
    const { top, height } = await first
      .locator('.output')
      .first()
      .evaluate((output) => ({
        top: output.getBoundingClientRect().top,
        height: innerHeight,
      }));
    assert.ok(top >= 0 && top < height, 'the output has come into view');
    await workbench.screenshot('question-run');
  });

  it('is not read by a glance at its end, and is when one says so, in the tree too', async () => {
    const page = await workbench.webview();
    await page.getByRole('navigation', { name: /Previous and next/ }).scrollIntoViewIfNeeded();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.locator('a[aria-current]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Mark as Read', exact: true }).click();
    await page.getByRole('button', { name: 'Read', exact: true }).waitFor();
    await workbench.treeItem(/when a module is imported.*, read,/).waitFor();
  });

  it('leads on to the next question', async () => {
    const page = await workbench.webview();
    const next = page.getByRole('link', { name: /^Next: / });
    const title = ((await next.textContent()) ?? '').replace(/^Next: /, '');
    await next.click();
    const after = await workbench.webview(title);
    await after.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  it('stops an endless program', async () => {
    const page = await open('What misbehaves?');
    const endless = snippet(page, 'endless');
    await endless.getByRole('button', { name: 'Run', exact: true }).click();
    await endless.locator('.output').getByText('started').waitFor();
    await endless.getByRole('button', { name: 'Stop' }).click();
    await endless.getByText(/^Stopped/).waitFor();
    await endless.getByRole('button', { name: 'Run', exact: true }).waitFor();
  });

  it('takes input, and the answer is as expected', async () => {
    const page = await workbench.webview();
    const asks = snippet(page, 'asks');
    await asks.getByRole('button', { name: 'Run', exact: true }).click();
    await asks.locator('.output').getByText('Name?').waitFor();
    await asks.getByRole('textbox', { name: 'Input for asks' }).fill('Ada');
    await workbench.page.keyboard.press('Enter');
    await asks.getByText('Hello, Ada!').waitFor();
    await asks.getByText(/Exit code 0/).waitFor();
  });

  it('bears a flood of 100 MB and keeps the whole of it', async () => {
    const page = await workbench.webview();
    const flood = snippet(page, 'flood');
    await flood.getByRole('button', { name: 'Run', exact: true }).click();
    await flood.getByText(/too long to show whole/).waitFor();
    await flood.getByRole('button', { name: 'Open All Output' }).click();
    await workbench.page.getByRole('tab', { name: /^output\.txt/ }).waitFor();
    // So large a file is shown when VS Code has asked whether it should be.
    await workbench.page.getByText(/it is very large \(95\.\d+ ?MB\)/).waitFor();
    await workbench.runCommand('View: Close Editor');
  });

  it('shows what was printed while another tab hid it, and stops it', async () => {
    const before = await workbench.webview();
    await snippet(before, 'endless').getByRole('button', { name: 'Run', exact: true }).click();
    await snippet(before, 'endless').locator('.output').getByText('started').waitFor();
    // Another one runs to its end meanwhile.
    await snippet(before, 'progress').getByRole('button', { name: 'Run', exact: true }).click();
    await snippet(before, 'progress')
      .getByText(/Exit code 0/)
      .waitFor();
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.getByRole('tab', { name: /^Untitled-1/ }).waitFor();
    await workbench.page.locator('iframe.webview').first().waitFor({ state: 'hidden' });
    await workbench.runCommand('View: Close Editor');
    const page = await workbench.webview();
    const endless = snippet(page, 'endless');
    await endless.locator('.output').getByText('started').waitFor();
    await snippet(page, 'flood')
      .getByText(/too long to show whole/)
      .waitFor();
    await endless.getByRole('button', { name: 'Stop' }).click();
    await endless.getByText(/^Stopped/).waitFor();
  });

  it('ends the input of a program that reads all of it', async () => {
    const page = await workbench.webview();
    const reads = snippet(page, 'reads');
    await reads.getByRole('button', { name: 'Run', exact: true }).click();
    const field = reads.getByRole('textbox', { name: 'Input for reads' });
    await field.fill('one\ntwo');
    await field.press('Enter');
    await field.press('Control+d');
    await reads.locator('.output').getByText("['one', 'two']").waitFor();
    await reads.getByText(/Exit code 0/).waitFor();
  });

  it('shows the last state of a progress bar, in its color', async () => {
    const page = await workbench.webview();
    const progress = snippet(page, 'progress');
    await progress.getByRole('button', { name: 'Run', exact: true }).click();
    await progress.getByText(/Exit code 0/).waitFor();
    assert.equal(await progress.locator('.output').textContent(), '100 %\nall done\n');
    assert.equal(await progress.locator('.output .ansi-Green').textContent(), '100 %');
  });

  it('names the signal that ended a program', async () => {
    if (process.platform === 'win32') return;
    const page = await workbench.webview();
    const crashes = snippet(page, 'crashes');
    await crashes.getByRole('button', { name: 'Run', exact: true }).click();
    await crashes.getByText(/Ended by SIGSEGV/).waitFor();
  });

  it('shows how an output differs, with the blanks that matter', async () => {
    const page = await workbench.webview();
    const differs = snippet(page, 'differs');
    await differs.getByRole('button', { name: 'Run', exact: true }).click();
    await differs.getByText('Not what the author expected').waitFor();
    await differs.locator('.diff').getByText('two··words').waitFor();
    await differs.locator('.diff').scrollIntoViewIfNeeded();
    await workbench.screenshot('question-difference');
  });

  it('says before running what the interpreter lacks', async () => {
    const page = await workbench.webview();
    const needs = snippet(page, 'needy').locator('.needs');
    await needs.getByText(/Python >=3\.99 is needed/).waitFor();
    await needs.getByText(/no-such-package is not installed/).waitFor();
  });

  it('is there again, where it was, after the window is reloaded', async () => {
    await open('What happens, step by step, when a module is imported?');
    const before = await workbench.webview();
    await before.getByRole('heading', { name: 'Pitfalls' }).scrollIntoViewIfNeeded();
    const pitfalls = () => before.getByRole('heading', { name: 'Pitfalls' });
    const { y } = (await pitfalls().boundingBox()) ?? { y: -1 };
    assert.ok(y > 0);
    await workbench.reload();
    const after = (await workbench.webview()).getByRole('heading', { name: 'Pitfalls' });
    await after.waitFor();
    await after.evaluate(
      (heading) =>
        /** @type {Promise<void>} */ (
          new Promise((resolve) => {
            const look = () => {
              const { top } = heading.getBoundingClientRect();
              if (top >= 0 && top < window.innerHeight) resolve();
              else requestAnimationFrame(look);
            };
            look();
          })
        ),
    );
  });
});

describe('a pack with mistakes', () => {
  let workbench;

  after(() => workbench?.close());

  it('names file and line, and the rest of it works', async () => {
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [path.join(fixtures, 'faulty')] },
    });
    await workbench.openView();
    await workbench
      .treeItem(/Faulty/)
      .first()
      .waitFor();
    await workbench.page
      .getByText(/broken\.md:4: .*core, advanced or expert/)
      .first()
      .waitFor();
    await workbench.treeItem(/Faulty/).waitFor();
    await workbench.treeItem(/Trouble/).click();
    await workbench.treeItem(/A sound question/).waitFor();
  });
});

describe('the question page', () => {
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  it('looks right, with the output of a program', async () => {
    await workbench.openView();
    await workbench.treeItem(/The Object Model/).click();
    await workbench.treeItem(/__new__/).click();
    const page = await workbench.webview();
    await page.locator('pre.code span[class^="k"]').first().waitFor();
    await workbench.runCommand('View: Close Primary Side Bar');
    const first = page.locator('figure.snippet').first();
    await first.getByRole('button', { name: 'Run', exact: true }).click();
    await first.getByText('As expected').waitFor();
    await first.scrollIntoViewIfNeeded();
    await assertLooksRight(workbench, page, 'question');
  });
});
