import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench } from '../host/vscodePage.mjs';
import { journalEvents } from './journalEvents.mjs';

const title = 'What happens, step by step, when a module is imported?';

describe('notes and bookmarks', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).click();
    await workbench.treeItem(/when a module is imported/).click();
  });

  after(() => workbench?.close());

  const question = async () => {
    const page = await workbench.webview();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return page;
  };
  const inStorage = (...names) => path.join(workbench.storage, ...names);
  const events = () => journalEvents(workbench);

  it('sets a bookmark on the page, and the tree shows it on top', async () => {
    const page = await question();
    await page.getByRole('button', { name: 'Bookmark', pressed: false }).click();
    await page.getByRole('button', { name: 'Bookmark', pressed: true }).waitFor();
    await workbench.treeItem('Bookmarks, 1').waitFor();
    const rows = workbench.treeItem(/when a module is imported.*, bookmarked/);
    await rows.nth(1).waitFor();
    const labels = await workbench.page
      .locator('.part.sidebar')
      .getByRole('treeitem')
      .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')?.split(',')[0]));
    assert.deepEqual(labels.slice(0, 2), ['Today', 'Bookmarks'], 'only Today stands above them');
    assert.deepEqual(events().at(-1), {
      kind: 'bookmarked',
      question: 'import-system',
      bookmarked: true,
    });
  });

  it('opens a note beside the question and shows it when it is saved, never as HTML', async () => {
    const page = await question();
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await workbench.page.getByRole('tab', { name: /import-system\.md/ }).waitFor();
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await workbench.page.keyboard.insertText(
      'My *zeppelin* mnemonic.\n\n<b id="raw">no markup</b>\n',
    );
    await workbench.page.keyboard.press('Control+S');
    const note = page.getByRole('region', { name: 'Your Note' });
    await note.locator('em', { hasText: 'zeppelin' }).waitFor();
    await note.getByText('<b id="raw">no markup</b>').waitFor();
    assert.equal(await note.locator('b').count(), 0);
    await note.scrollIntoViewIfNeeded();
    await workbench.screenshot('note');
    await workbench
      .treeItem(/when a module is imported.*, with a note/)
      .first()
      .waitFor();
    assert.deepEqual(
      events().filter(({ kind }) => kind === 'noted'),
      [{ kind: 'noted', question: 'import-system', empty: false }],
    );
    const text = readFileSync(inStorage('notes', 'import-system.md'), 'utf8');
    assert.ok(text.startsWith(`# ${title}\n\nMy *zeppelin*`), text);
    assert.deepEqual(await workbench.accessibilityViolations(page), []);
  });

  it('finds a question by the words of its note, and opens the same note again', async () => {
    await workbench.runCommand('View: Close Editor');
    await workbench.runCommandAndType('Interview Lab: Search', 'zeppelin');
    await workbench.quickPick(title).first().waitFor();
    await workbench.page
      .getByText(/My \*zeppelin\* mnemonic/)
      .last()
      .waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('Interview Lab: Open Note');
    await workbench.page
      .locator('.monaco-editor .view-line', { hasText: 'zeppelin' })
      .first()
      .waitFor();
    await (await question()).getByRole('button', { name: 'Edit', exact: true }).click();
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    const tabs = workbench.page.getByRole('tab', { name: /import-system\.md/ });
    assert.equal(await tabs.count(), 1, 'it is open once');
  });

  it('keeps both over a reload, and removes a bookmark from the tree’s menu', async () => {
    await workbench.reload();
    const page = await question();
    await page.getByRole('button', { name: 'Bookmark', pressed: true }).waitFor();
    await page.getByRole('region', { name: 'Your Note' }).getByText('zeppelin').waitFor();
    await workbench.openView();
    await workbench
      .treeItem(/when a module is imported/)
      .first()
      .click({ button: 'right' });
    // A menu takes no click of the mouse that comes sooner than a hand could.
    const toggle = workbench.page.getByRole('menuitem', { name: 'Toggle Bookmark' });
    await toggle.hover();
    await workbench.page.keyboard.press('Enter');
    await workbench.treeItem(/^Bookmarks/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Bookmark', pressed: false }).waitFor();
  });
});
