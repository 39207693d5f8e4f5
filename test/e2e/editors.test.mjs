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
      .locator('.part.sidebar .monaco-list-row.selected', { hasText: second })
      .waitFor();
  });

  it('goes back and forward as between files', async () => {
    await workbench.runCommand('Go Back');
    await shown(first);
    await workbench.runCommand('Go Forward');
    await shown(second);
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

  it('is pinned by a double click, and comes back after a reload with its title', async () => {
    await workbench.treeItem(second).dblclick();
    await shown(second);
    await previewTab(second).waitFor({ state: 'detached' });
    await workbench.reload();
    await shown(second);
    assert.equal(await tab(second).count(), 1);
  });
});
