import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';

const first = 'What happens, step by step, when a module is imported?';

describe('questions as editors', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  /** The title of the question that *Next* leads to. */
  let second = '';

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).click();
  });

  after(() => workbench?.close());

  const tab = (/** @type {string} */ title) =>
    workbench.page.locator('.tabs-container').getByRole('tab', { name: title });
  const previewTab = (/** @type {string} */ title) =>
    workbench.page.locator('.tabs-container .tab', {
      has: workbench.page.locator('.monaco-icon-label.italic', { hasText: title }),
    });
  const shown = async (/** @type {string} */ title) => {
    const page = await workbench.webview(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    return page;
  };

  const chord = async (/** @type {string} */ key) => {
    await workbench.page.keyboard.press('Alt+q');
    await workbench.page.keyboard.press(key);
  };
  /** Resolves when the whole of it can be seen. */
  const inWindow = (/** @type {import('playwright-core').Locator} */ part) =>
    part.evaluate(
      (node) =>
        new Promise((resolve) => {
          const look = () => {
            const { top, bottom } = node.getBoundingClientRect();
            if (top >= 0 && bottom <= window.innerHeight + 1) resolve(undefined);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );

  it('previews on a click, and the tree shows which one is in front', async () => {
    await workbench.treeItem(first).click();
    const page = await shown(first);
    await previewTab(first).waitFor();
    const next = page.getByRole('link', { name: /^Next: / });
    second = ((await next.textContent()) ?? '').replace(/^Next: /, '');
    await next.click();
    await shown(second);
    await tab(first).waitFor({ state: 'detached' });
    await workbench.page
      .locator(`.part.sidebar .monaco-list-row.selected[aria-label^=${JSON.stringify(second)}]`)
      .waitFor();
  });

  it('goes back and forward as between files', async () => {
    await workbench.runCommand('Go Back');
    await shown(first);
    await workbench.runCommand('Go Forward');
    await shown(second);
  });

  it('goes on, and back to a recent one, by keys that VS Code has no use for', async () => {
    await chord('p');
    await shown(first);
    await chord('n');
    await shown(second);
    await chord('o');
    await workbench.quickPick(first).waitFor();
    await workbench.quickInput().fill(first);
    await workbench.page.keyboard.press('Enter');
    await shown(first);
    await chord('n');
    await shown(second);
  });

  it('runs the snippet in view by keys, and shows its output', async () => {
    const page = await shown(second);
    await page.getByRole('heading', { level: 2 }).first().scrollIntoViewIfNeeded();
    await chord('r');
    const status = page.locator('.status', { hasText: /Exit code 0/ });
    await status.waitFor();
    await inWindow(status);
  });

  it('keeps a preview whose code was run', async () => {
    const page = await shown(second);
    const snippet = page.locator('figure.snippet').first();
    await snippet.getByRole('button', { name: 'Run', exact: true }).click();
    await snippet.getByText(/Exit code 0/).waitFor();
    await previewTab(second).waitFor({ state: 'detached' });
    await workbench.runCommand('Interview Lab: Previous Question');
    await shown(first);
    await tab(second).waitFor();
  });

  it('opens again what was closed', async () => {
    await workbench.runCommand('View: Close All Editors');
    await tab(first).waitFor({ state: 'detached' });
    await workbench.runCommand('View: Reopen Closed Editor');
    await shown(first);
  });

  it('is opened by the link that was copied from it', async () => {
    await workbench.runCommand('Interview Lab: Copy Link to Question');
    await workbench.page.getByText('Link copied').waitFor();
    const link = await workbench.page.evaluate(() => navigator.clipboard.readText());
    await workbench.runCommand('View: Close All Editors');
    await tab(first).waitFor({ state: 'detached' });

    await workbench.runCommandAndType('Developer: Open URL', link);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByRole('button', { name: 'Open', exact: true }).click();
    await shown(first);
  });

  it('is pinned by a double click, and comes back after a reload with its title', async () => {
    await workbench.treeItem(second).dblclick();
    await shown(second);
    await previewTab(second).waitFor({ state: 'detached' });
    await workbench.reload();
    await shown(second);
    assert.equal(await tab(second).count(), 1);
  });
});
