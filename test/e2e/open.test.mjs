import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';

describe('opening the view', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  it('shows the topics', async () => {
    const sideBar = await workbench.openView();
    const topics = sideBar.getByRole('treeitem');
    await topics.first().waitFor();
    assert.ok((await topics.count()) > 1);
    await workbench.screenshot('topics');
  });
});
