import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { answerFileDialog } from './fileDialog.mjs';
import { journalEvents } from './journalEvents.mjs';

describe('the learner’s history', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  const home = temporaryFolder('home');
  /** What the learner exported into their home, as the dialog proposes. */
  const saved = (/** @type {string} */ end) => {
    const name = readdirSync(home).find((each) => each.endsWith(end));
    assert.ok(name, `no ${end} in ${readdirSync(home).join(', ')}`);
    return path.join(home, name);
  };

  before(async () => {
    workbench = await openWorkbench({ env: { HOME: home, USERPROFILE: home } });
    await workbench.openView();
    await workbench.treeItem(/The Object Model/).click();
    await row('not read yet').click();
    const page = await workbench.webview();
    await page.getByRole('heading', { level: 1, name: /__new__/ }).waitFor();
  });

  after(() => workbench?.close());

  const row = (/** @type {string} */ state) =>
    workbench.treeItem(new RegExp(`difference between __new__.*, ${state},`));
  const stored = (...names) => path.join(workbench.storage, ...names);
  const told = (/** @type {string | RegExp} */ text) =>
    workbench.page.locator('.notification-list-item', { hasText: text }).first();
  const dialogButton = (/** @type {string} */ name) =>
    workbench.page.locator('.monaco-dialog-box').getByRole('button', { name, exact: true });

  it('is exported with everything in it', async () => {
    await workbench.runCommand('Interview Lab: Mark as Read');
    await row('read').waitFor();
    await workbench.treeItem(/^The Object Model, 1 of/).waitFor();
    mkdirSync(stored('notes'), { recursive: true });
    writeFileSync(stored('notes', 'new-and-init.md'), 'Mine.\n');

    await workbench.runCommand('Interview Lab: Export Progress');
    await answerFileDialog(workbench, { proposed: '.json' });
    await told('Exported to').waitFor();
    const { format, version, events, files } = JSON.parse(readFileSync(saved('.json'), 'utf8'));
    assert.deepEqual([format, version], ['python-interview-lab/progress', 1]);
    assert.ok(events.some(({ event }) => event.kind === 'read'));
    assert.deepEqual(files, [{ path: 'notes/new-and-init.md', text: 'Mine.\n' }]);
  });

  it('is not deleted when the export is cancelled', async () => {
    await workbench.runCommand('Interview Lab: Delete All My Data');
    await dialogButton('Export and Delete').waitFor();
    await workbench.screenshot('delete-all');
    await dialogButton('Export and Delete').click();
    await answerFileDialog(workbench, { proposed: '.json', key: 'Escape' });
    await told('nothing was deleted').waitFor();
    await row('read').waitFor();
    assert.ok(journalEvents(workbench).some(({ kind }) => kind === 'read'));
  });

  it('is deleted when that is wanted, and what is shown follows without a reload', async () => {
    const environment = stored('scratch', 'new-and-init', 'of-mine', '.venv');
    mkdirSync(environment, { recursive: true });
    writeFileSync(path.join(environment, 'pyvenv.cfg'), 'home = /usr/bin\n');
    await workbench.runCommand('Interview Lab: Delete All My Data');
    await dialogButton('Delete Without Exporting').click();
    await workbench.page
      .locator('.monaco-dialog-box', { hasText: 'of-mine/.venv (files: 1' })
      .waitFor();
    await dialogButton('Delete These Too').click();
    await told('All your data was deleted').waitFor();
    await row('not read yet').waitFor();
    await workbench.treeItem(/^The Object Model, 0 of/).waitFor();
    const page = await workbench.webview();
    await page.getByRole('button', { name: 'Mark as Read' }).waitFor();
    assert.ok(!existsSync(stored('notes')));
    assert.ok(!existsSync(stored('scratch')));
  });

  it('comes back from the export, once', async () => {
    await workbench.runCommand('Interview Lab: Import Progress');
    await answerFileDialog(workbench, { proposed: '/', file: path.basename(saved('.json')) });
    await told(/[1-9]\d* of \d+ (?:event was|events were) new/).waitFor();
    await row('read').waitFor();
    assert.equal(readFileSync(stored('notes', 'new-and-init.md'), 'utf8'), 'Mine.\n');
    await workbench.screenshot('imported');

    await workbench.runCommand('Interview Lab: Import Progress');
    await answerFileDialog(workbench, { proposed: '/', file: path.basename(saved('.json')) });
    await told('Nothing was new').waitFor();
  });

  it('is told in a sentence when a file is no export', async () => {
    const foreign = path.join(home, 'foreign.json');
    writeFileSync(foreign, '{"name":"something else"}');
    await workbench.runCommand('Interview Lab: Import Progress');
    await answerFileDialog(workbench, { proposed: '/', file: path.basename(foreign) });
    await told('This is not an export of Python Interview Lab').waitFor();
  });

  it('survives a reload', async () => {
    await workbench.reload();
    const page = await workbench.webview();
    await page.getByRole('button', { name: 'Read', exact: true }).waitFor();
  });

  it('gives every question and quiz item as a card to Anki', async () => {
    await workbench.runCommand('Interview Lab: Export Cards to Anki');
    await answerFileDialog(workbench, { proposed: '.txt' });
    await told('cards were saved').waitFor();
    const text = readFileSync(saved('.txt'), 'utf8');
    assert.match(text, /^#separator:tab\n#html:true\n/);
    assert.match(text, /\npython-interview-lab\/question\/new-and-init\t/);
    assert.match(text, /\npython-interview-lab\/item\/knowledge-check\//);
    assert.doesNotMatch(text, /\sdata-[a-z-]+=|>undefined<|\[object /);
  });
});
