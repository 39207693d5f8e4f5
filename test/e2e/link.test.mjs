import { openWorkbench } from '../host/vscodePage.mjs';

describe('a link to a question', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  it('is copied from a question and opens it again', async () => {
    await workbench.openView();
    await workbench.treeItem(/The Object Model/).click();
    await workbench.treeItem(/__new__/).click();
    await (await workbench.webview()).getByRole('heading', { level: 1, name: /__new__/ }).waitFor();
    await workbench.runCommand('Interview Lab: Copy Link to Question');
    await workbench.page.getByText('Link copied').waitFor();
    const link = await workbench.page.evaluate(() => navigator.clipboard.readText());
    await workbench.runCommand('View: Close All Editors');

    await workbench.runCommandAndType('Developer: Open URL', link);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByRole('button', { name: 'Open', exact: true }).click();
    await (await workbench.webview()).getByRole('heading', { level: 1, name: /__new__/ }).waitFor();
  });
});
