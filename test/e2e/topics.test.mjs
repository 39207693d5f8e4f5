import assert from 'node:assert/strict';
import { writeJournal } from '../host/profile.mjs';
import { questions, questionsOf } from '../host/shippedQuestions.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';

const { length: count } = questionsOf('internals');

describe('the tree of topics', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  /** The learner has read these before. */
  const haveRead = async (/** @type {string[]} */ ids) => {
    const lines = ids.map((question, at) =>
      JSON.stringify({
        v: 2,
        id: `read-${at}-${ids.length}`,
        time: Date.now() - 1000 + at,
        device: 'test',
        event: { kind: 'read', question },
      }),
    );
    writeJournal(workbench.userDataDir, `${lines.join('\n')}\n`);
    await workbench.reload();
    await workbench.openView();
  };

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).waitFor();
    await workbench.screenshot('topics');
  });

  after(() => workbench?.close());

  /** The row in front. */
  const selected = (/** @type {string} */ name) =>
    `.part.sidebar .monaco-list-row.selected[aria-label^=${JSON.stringify(name)}]`;

  const titleAction = (/** @type {string} */ name) =>
    workbench.page.locator('.part.sidebar .composite.title').getByRole('button', { name });

  it('stand under a name that is not cut, beside four icons at most', async () => {
    const title = workbench.page.locator('.part.sidebar .composite.title');
    const name = title.locator('h2');
    assert.equal(await name.textContent(), 'Python Interview Lab');
    assert.ok(await name.evaluate((text) => text.scrollWidth <= text.clientWidth));
    assert.ok((await title.locator('.action-item:visible').count()) <= 5, 'four and the menu');
  });

  it('count what is read, though the topic was never opened', async () => {
    const page = await workbench.openQuestion('What exactly does the GIL protect?');
    const { length } = questionsOf('concurrency');
    await workbench.treeItem(`Concurrency, 0 of ${length} questions read`).waitFor();
    await page.getByRole('button', { name: 'Mark as Read', exact: true }).click();
    await workbench.treeItem(`Concurrency, 1 of ${length} questions read`).waitFor();
    // The tree has followed the search to the question.
    await workbench.page.locator(selected('What exactly does the GIL protect?')).waitFor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.treeItem(/^Concurrency/).click();
    await workbench.treeItem('What exactly').waitFor({ state: 'detached' });
  });

  it('filter as one types, in the text too, and go back on Escape', async () => {
    await titleAction('Filter Questions').click();
    const input = workbench.quickInput();
    await input.fill('immortal objects');
    await workbench
      .treeItem(/, not read yet,/)
      .first()
      .waitFor();
    await workbench.treeItem('Quizzes').waitFor({ state: 'hidden' });
    await input.fill('zzyzx');
    await workbench.page.getByText('No question matches the filter.').waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.treeItem('Quizzes').waitFor();
  });

  it('keep a filter that was accepted, until it is cleared', async () => {
    await titleAction('Filter Questions').click();
    await workbench.quickInput().fill('descriptor');
    await workbench
      .treeItem(/, not read yet,/)
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.treeItem('Quizzes').waitFor({ state: 'hidden' });
    await workbench.treeItem('Found by “descriptor”, click to clear').click();
    await workbench.treeItem('Quizzes').waitFor();
  });

  it('lead a search to the sentence, with filters that can be seen and taken back', async () => {
    const row = (/** @type {RegExp} */ text) =>
      workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await workbench.page.keyboard.press('Alt+q');
    await workbench.page.keyboard.press('f');
    await workbench.quickInput().fill('level:core getswitchinterval');
    await row(/What exactly does the GIL protect\?/)
      .first()
      .waitFor();
    await workbench.screenshot('search');
    await workbench.quickInput().fill('level:core state:mastered getswitchinterval');
    await row(/Nothing found with these filters/).waitFor();
    await workbench.page.keyboard.press('Enter');
    const hit = row(/What exactly does the GIL protect\?.*How it works/).first();
    await hit.click();
    const page = await workbench.webview('What exactly does the GIL protect?');
    const section = page.getByRole('heading', { name: 'How it works' });
    await section.waitFor();
    await section.evaluate(
      (heading) =>
        new Promise((resolve) => {
          const look = () => {
            const { top } = heading.getBoundingClientRect();
            if (top >= 0 && top < 100) resolve(undefined);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.locator('a[aria-current]', { hasText: 'How it works' }).waitFor();
    await page.getByRole('button', { name: '#locks' }).click();
    await workbench.page.waitForFunction(() =>
      [...document.querySelectorAll('.quick-input-widget input.input')].some(
        (input) => /** @type {HTMLInputElement} */ (input).value === 'tag:locks',
      ),
    );
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  });

  it('lead a search to a quiz item, which is asked at once', async () => {
    await workbench.page.keyboard.press('Alt+q');
    await workbench.page.keyboard.press('f');
    await workbench.quickInput().fill('when does the new module object enter');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows
      .filter({ hasText: /A source module is imported.*quiz item/ })
      .first()
      .click();
    const quiz = await workbench.webview();
    await quiz.getByText('When does the new module object enter').waitFor();
    await quiz.getByText(/^Item 1 of \d+, 0 answered$/).waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  /** What the menu of a row offers. */
  const offered = async (/** @type {RegExp} */ name) => {
    const { page } = workbench;
    await workbench.treeItem(name).first().click({ button: 'right' });
    const items = page.locator('.context-view').getByRole('menuitem');
    await items.first().waitFor();
    // The keys stand beside the words.
    const names = await items.locator('.action-label').allTextContents();
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    return names.map((text) => text.trim());
  };

  it('offer on each row what can be done with it', async () => {
    await workbench.treeItem(/Inside CPython/).click();
    assert.deepEqual(await offered(/when a module is imported/), [
      'Open Question',
      'Open to the Side',
      'Quiz This Question',
      'Mark as Read',
      'Toggle Bookmark',
      'Open Note',
      'Copy Link to Question',
    ]);
    assert.deepEqual(await offered(/^Quiz on this topic/), ['Start Quiz']);
    assert.deepEqual(await offered(/^Inside CPython/), ['Read On', 'Start Quiz']);
    await workbench.treeItem(/^Inside CPython/).click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Read On' }).hover();
    await workbench.page.keyboard.press('Enter');
    const page = await workbench.webview();
    await page.getByRole('heading', { level: 1, name: /when a module is imported/ }).waitFor();
    await workbench.runCommand('View: Close All Editors');
    await workbench.treeItem(/Inside CPython/).click();
  });

  it('are grouped by learning path, and by topic again', async () => {
    await workbench.runCommand('Interview Lab: Group by Learning Path');
    await workbench.treeItem(/Inside CPython/).waitFor({ state: 'hidden' });
    const paths = await workbench.page.locator('.part.sidebar').getByRole('treeitem').count();
    assert.ok(paths > 3, String(paths));
    assert.deepEqual(await offered(/^Interview in a Week/), ['Read On', 'Start Quiz']);
    // Its icon is there while one points at the row.
    const path = workbench.treeItem(/^Interview in a Week/);
    await path.hover();
    await path.getByRole('button', { name: 'Start Quiz' }).click();
    const quiz = await workbench.webview('Mixed quiz');
    await quiz.getByText('Item 1 of 20').first().waitFor();
    await workbench.runCommand('View: Close Editor');
    await workbench.runCommand('Interview Lab: Group by Topic');
    await workbench.treeItem(/Inside CPython/).waitFor();
  });

  it('say how much is read, and hide it with one click', async () => {
    await haveRead(['import-system', 'gil']);
    await workbench.treeItem(`Inside CPython, 1 of ${count} questions read`).waitFor();
    await workbench.treeItem(/Inside CPython/).click();
    const imports = workbench.treeItem(/when a module is imported/);
    await imports.waitFor();
    await titleAction('Hide Questions Already Read').click();
    await imports.waitFor({ state: 'hidden' });
    await workbench.screenshot('topics');
    // The icon's own tooltip would lie over the row.
    await workbench.page.mouse.move(800, 500);
    await workbench.treeItem('Already read: hidden, click to show').click();
    await imports.waitFor();
  });

  it('say so when everything is read', async () => {
    await haveRead(questions);
    await workbench.treeItem(`Inside CPython, ${count} of ${count} questions read`).waitFor();
    await titleAction('Hide Questions Already Read').click();
    await workbench.page.getByText('You have read every question.').waitFor();
    await workbench.treeItem('Quizzes').waitFor();
    await workbench.screenshot('topics-all-read');
    await titleAction('Show Questions Already Read').click();
    await workbench.treeItem(/Inside CPython/).waitFor();
    await workbench.page.getByText('You have read every question.').waitFor({ state: 'hidden' });
  });
});
