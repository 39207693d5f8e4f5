import assert from 'node:assert/strict';
import { writeJournal } from '../host/profile.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertLooksRight } from './look.mjs';

/** What a newcomer presses from the first look to the mock interview; it may become fewer, never more. */
const MOST_KEYS = 21;
const DAY_MS = 86_400_000;

describe('the first hour, by keyboard alone', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let keys = 0;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.today.open': true } });
  });

  after(() => workbench?.close());

  const press = async (/** @type {string[]} */ ...names) => {
    for (const name of names) {
      keys += 1;
      await workbench.page.keyboard.press(name);
    }
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

  it('is asked again on a later day', async () => {
    const item = { quiz: 'internals', item: 'module-enters-sys-modules' };
    const interview = (/** @type {number} */ rating) => ({
      kind: 'interviewed',
      length: 600,
      questions: [{ question: 'gil', seconds: 60, points: [{ point: 'one', rating }] }],
    });
    const lines = [
      { kind: 'read', question: 'data-model' },
      { kind: 'answered', ...item, question: 'import-system', score: 0 },
      interview(0),
      interview(2),
    ].map((event, at) =>
      JSON.stringify({
        v: 2,
        id: `before-${at}`,
        time: Date.now() - 2 * DAY_MS + at,
        device: 'test',
        event,
      }),
    );
    writeJournal(workbench.userDataDir, `${lines.join('\n')}\n`);
    await workbench.reload();
    // What comes back takes the keyboard when it is there.
    const quiz = await workbench.webview();
    await quiz.getByRole('heading', { name: /^(Correct|Not correct)$/ }).waitFor();
    await workbench.openView();
    await workbench.treeItem(/^Today, \d+ cards? due/).waitFor();
    await press('Alt+q', 't');
    const page = await today();
    await page.locator('.first:focus', { hasText: 'Review' }).waitFor();
    // The one that was behind the quiz is not left there as a second one.
    const tabs = workbench.page.locator('.tabs-container .tab', { hasText: 'Today' });
    assert.equal(await tabs.count(), 1);
    await press('Enter');
    const review = await workbench.webview('Review');
    await review.getByText(/0 done, \d+ left/).waitFor();
    // What was just answered wrongly may come before what was read.
    if ((await review.getByRole('radio').count()) > 0) await press('1', 'Enter');
    else await press('Space');
    await review.getByRole('button', { name: /^Good/ }).waitFor();
    await press('3');
    await review
      .getByText(/1 done|The next review/)
      .first()
      .waitFor();
  });

  it('rehearses the interview, and the whole way takes few keys', async () => {
    await press('Alt+q', 't');
    const page = await today();
    await page.locator('.first:focus').waitFor();
    const rehearse = page.getByRole('button', { name: /^Mock Interview/ });
    while (!(await rehearse.evaluate((button) => button === document.activeElement)))
      await press('Tab');
    await press('Enter');
    const interview = await workbench.webview('Mock Interview');
    await interview.getByRole('button', { name: 'Start Interview' }).waitFor();
    await press('Control+Enter');
    await interview.getByRole('textbox', { name: 'Your notes' }).waitFor();
    assert.ok(keys <= MOST_KEYS, `${keys} keys`);
  });

  it('finds what was missed in the notebook, and how interviews went', async () => {
    await workbench.runCommand('Interview Lab: Show Progress');
    const page = await workbench.webview('Progress');
    await page.getByText(/^Interviews: 100% last, 100 points above the mean before\./).waitFor();
    const results = page.getByRole('region', { name: 'Interviews and Quizzes' });
    await results.getByText('Show as table').click();
    await results.getByRole('cell', { name: 'Mock interview' }).first().waitFor();
    const missed = page.getByRole('region', { name: 'Mistakes' }).getByRole('listitem');
    const asked = missed.filter({ hasText: 'A source module is imported for the first time.' });
    await asked.getByText(/missed \d times?/).click();
    await asked.getByText(/The import system creates the module, stores it/).waitFor();
    await workbench.runCommand('View: Close Primary Side Bar');
    await assertLooksRight(workbench, page, 'progress-mistakes');
    await asked.getByRole('button', { name: /^Ask me again/ }).click();
    const quiz = await workbench.webview(
      'Quiz: What happens, step by step, when a module is imported?',
    );
    await quiz.getByText('When does the new module object enter').waitFor();
    await quiz.getByText(/^Item 1 of \d+, 0 answered$/).waitFor();
  });

  it('looks right, on the page of the day and where a quiz is set up', async () => {
    await workbench.runCommand('Interview Lab: Today');
    const page = await today();
    await page.locator('.first:focus').waitFor();
    await assertLooksRight(workbench, page, 'today');
    await workbench.runCommand('Interview Lab: Start Quiz');
    await workbench.quickPick('Mixed Quiz…').click();
    const setup = await workbench.webview('Mixed Quiz');
    await setup.getByRole('button', { name: 'Start Quiz' }).waitFor();
    await assertLooksRight(workbench, setup, 'quiz-setup');
  });
});
