import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { journalEvents } from './journalEvents.mjs';
import { assertLooksRight } from './look.mjs';
import { openTrials, trials } from './trialsPack.mjs';

describe('stepping through a snippet', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [trials] },
      viewport: { width: 1400, height: 900 },
    });
    await openTrials(workbench);
  });

  after(() => workbench?.close());

  const said = (/** @type {import('playwright-core').FrameLocator} */ page) =>
    page.locator('.says').textContent();
  /** All of it that is drawn: boxes, names, arrows and marks, and the output so far. */
  const drawn = async (/** @type {import('playwright-core').FrameLocator} */ page) => ({
    says: await said(page),
    picture: await page.locator('.picture').innerHTML(),
    output: await page.locator('.output-pane').textContent(),
  });

  it('shows each line, what it changes and what it prints, forward and back by keyboard', async () => {
    const { keyboard } = workbench.page;
    const question = await workbench.openQuestion('What misbehaves?');
    const snippet = question.locator('figure.snippet[data-snippet="progress"]');
    await snippet.getByRole('button', { name: 'Step Through' }).click();
    const page = await workbench.webview('Steps: progress');
    await page.getByText(/^Step 1 of \d+$/).waitFor();
    const all = Number((await page.locator('.count').textContent())?.split(' ').at(-1));
    const forward = [await drawn(page)];
    for (let step = 2; step <= all; step++) {
      await keyboard.press('ArrowRight');
      await page.getByText(`Step ${step} of ${all}`).waitFor();
      forward.push(await drawn(page));
    }
    assert.ok(forward.some(({ says }) => says?.includes('done becomes 25')));
    await page.locator('.output-pane').getByText('all done').waitFor();
    for (let step = all - 1; step >= 1; step--) {
      await keyboard.press('ArrowLeft');
      await page.getByText(`Step ${step} of ${all}`).waitFor();
      assert.deepEqual(await drawn(page), forward[step - 1]);
    }
    await keyboard.press('End');
    await page.getByText(`Step ${all} of ${all}`).waitFor();
    await keyboard.press('Home');
    await page.getByText(`Step 1 of ${all}`).waitFor();
  });

  it('lets what comes appear and what moves glide, unless the reader wants no motion', async () => {
    const { keyboard } = workbench.page;
    const page = await workbench.webview('Steps: progress');
    const body = page.locator('body');
    await body.evaluate(() => {
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...how) {
        document.body.dataset['glides'] = String(Number(document.body.dataset['glides'] ?? 0) + 1);
        return animate.apply(this, /** @type {Parameters<typeof animate>} */ (how));
      };
    });
    /** Motions of a walk to the end and back. */
    const walked = async () => {
      await body.evaluate((element) => (element.dataset['glides'] = '0'));
      for (const [key, at] of /** @type {const} */ ([
        ['End', /^Step (\d+) of \1$/],
        ['Home', /^Step 1 of/],
      ])) {
        await keyboard.press(key);
        await page.getByText(at).waitFor();
      }
      return Number(await body.getAttribute('data-glides'));
    };
    assert.ok((await walked()) > 0);
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await walked(), 0);
    await workbench.page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('leads to the next change of a name and to what wrote a line of output', async () => {
    const page = await workbench.webview('Steps: progress');
    await workbench.page.keyboard.press('End');
    await page.locator('.output-pane').getByText('all done').click();
    await page.locator('li.ran', { hasText: 'all done' }).waitFor();
    await workbench.page.keyboard.press('Home');
    await page.locator('li', { hasText: 'sys.stdout.flush' }).click();
    await page.locator('li.next', { hasText: 'sys.stdout.flush' }).waitFor();
    await page.getByRole('button', { name: 'done', exact: true }).click();
    assert.match((await said(page)) ?? '', /done becomes 25/);
  });

  it('leads to a line and to what wrote a line of output by keyboard alone', async () => {
    const { keyboard } = workbench.page;
    const page = await workbench.webview('Steps: progress');
    await page.locator('li.next').waitFor();
    await page.getByRole('button', { name: 'Last', exact: true }).press('Enter');
    await page.locator('.output-pane pre:visible').first().press('ArrowUp');
    await keyboard.press('Enter');
    await page.locator('li.ran', { hasText: 'all done' }).waitFor();
    await page.getByRole('list', { name: 'Code' }).press('ArrowUp');
    const chosen = await page.locator('li:focus').textContent();
    await keyboard.press('Enter');
    assert.equal(await page.locator('li.next').textContent(), chosen?.replace('·', '➔'));
  });

  it('asks what happens next, by keyboard alone, and says whether it was so', async () => {
    const { keyboard } = workbench.page;
    const page = await workbench.webview('Steps: progress');
    await page.getByRole('button', { name: 'First', exact: true }).press('Enter');
    await page.getByText(/^Step 1 of \d+$/).waitFor();
    await keyboard.press('p');
    await page.getByRole('textbox', { name: 'It will be' }).waitFor();
    await keyboard.type('999');
    await keyboard.press('Enter');
    await page.getByRole('status').getByText('Not so: you said 999').waitFor();
    const shown = await page.locator('.count').textContent();
    await keyboard.press('p');
    await keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'It will be' }).waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.count').textContent(), shown);
    await keyboard.press('p');
    const journal = journalEvents(workbench);
    assert.deepEqual(
      journal.filter(({ kind }) => kind === 'predicted').map(({ right }) => right),
      [false],
    );
    await keyboard.press('Escape');
  });

  it('takes input while it records', async () => {
    const question = await workbench.openQuestion('What misbehaves?');
    const snippet = question.locator('figure.snippet[data-snippet="asks"]');
    await snippet.getByRole('button', { name: 'Step Through' }).click();
    const page = await workbench.webview('Steps: asks');
    await page.getByRole('textbox', { name: 'Input for the program' }).fill('Ada');
    await workbench.page.keyboard.press('Enter');
    await page.getByText(/^Step 1 of \d+$/).waitFor();
    await workbench.page.keyboard.press('End');
    await page.locator('.output-pane').getByText('Hello, Ada!').waitFor();
  });

  it('looks right', async () => {
    const page = await workbench.webview('Steps: asks');
    await workbench.runCommand('View: Close Editors in Other Groups');
    await workbench.runCommand('View: Close Primary Side Bar');
    await assertLooksRight(workbench, page, 'steps');
  });
});
