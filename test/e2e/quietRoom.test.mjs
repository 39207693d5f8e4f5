import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { killExtensionHost } from '../host/extensionHost.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { openTrials, trials } from './trialsPack.mjs';

/** Gives inline suggestions, and says in the status bar how often it was asked. */
const suggestions = fileURLToPath(new URL('../fixtures/inlineSuggestions', import.meta.url));

/** A file that is not the learner's own. */
const name = 'elsewhere.txt';

describe('the quiet room', function () {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let second;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    workbench = await openWorkbench({
      // Nobody has decided yet.
      settings: { 'interviewLab.packs': [trials], 'interviewLab.quietRoom': undefined },
      extensions: [suggestions],
    });
    writeFileSync(path.join(workbench.folder, name), '');
    await counter(workbench).waitFor();
    await openTrials(workbench);
  });

  after(() => workbench?.close());

  const counter = (/** @type {import('../host/vscodePage.mjs').Workbench} */ at) =>
    at.page.locator('.statusbar-item', { hasText: /typed, asked/ });
  const asked = async (at = workbench) =>
    Number(/asked (\d+)/.exec((await counter(at).textContent()) ?? '')?.[1]);
  const status = (/** @type {string} */ text) =>
    workbench.page.locator('.statusbar-item.right', { hasText: text });

  /** Opens a file that is not the learner's own; the keyboard is in it then. */
  async function openElsewhere(at = workbench) {
    await at.runCommandAndType('Go to File...', name);
    await at.quickPick(name).first().click();
    await at.page.getByRole('tab', { name }).waitFor();
    await at.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Types until suggestions are asked for, and saves. */
  async function typeUntilAsked(at = workbench) {
    const before = await asked(at);
    const latest = Date.now() + 30_000;
    while ((await asked(at)) === before) {
      assert.ok(Date.now() < latest, 'no suggestion was asked for');
      await at.page.keyboard.type('x', { delay: 100 });
    }
    await at.page.keyboard.press('Control+s');
  }

  /** Types much into the exercise, and has it checked. Resolves with how often suggestions were asked for meanwhile. */
  async function askedInExercise() {
    const page = await workbench.webview('Double It');
    await workbench.page.getByRole('tab', { name: /^double_it/ }).click();
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    const before = await asked();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\n# many words that ask for more', { delay: 100 });
    await workbench.page.keyboard.press('Control+s');
    await page.getByText('0 of 2 checks passed.').waitFor();
    return (await asked()) - before;
  }

  it('is offered with its limits when the first exercise opens', async () => {
    // Before there is an exercise that it would open as well.
    second = await workbench.secondWindow();
    await counter(second).waitFor();
    await openElsewhere(second);
    await openElsewhere();
    await typeUntilAsked();
    await workbench.runCommandAndType('Interview Lab: Start Exercise', 'Double It');
    await workbench.page.keyboard.press('Enter');
    await status('Suggestions').waitFor();
    const offer = workbench.page.locator('.notification-list-item', { hasText: 'Shall inline' });
    await offer.getByText(/whole window, and up to a minute longer/).waitFor();
    await workbench.screenshot('quiet-offer');
    await offer.getByRole('button', { name: 'Turn Off While I Practice' }).click();
    await status('Quiet').waitFor();
  });

  it('asks for no suggestion while the learner types into the exercise', async () => {
    assert.equal(await askedInExercise(), 0);
  });

  it('is of its window alone', async () => {
    await typeUntilAsked(second);
    await second.page.close();
  });

  it('is there again after a reload', async () => {
    await workbench.reload();
    await counter(workbench).waitFor();
    await workbench.page.getByRole('tab', { name: /^double_it/ }).click();
    await status('Quiet').waitFor();
    assert.equal(await askedInExercise(), 0);
  });

  it('leaves nothing behind when it is killed, and no setting but its own', async () => {
    await workbench.runCommand('View: Close All Editors');
    killExtensionHost(path.dirname(workbench.userDataDir));
    await workbench.reload();
    await counter(workbench).waitFor();
    await openElsewhere();
    await typeUntilAsked();
    const file = path.join(workbench.userDataDir, 'User', 'settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal(settings['interviewLab.quietRoom'], true);
    assert.deepEqual(
      Object.keys(settings).filter((id) => /suggest/i.test(id)),
      [],
    );
  });

  it('is left by a click in the status bar', async () => {
    await workbench.runCommandAndType('Interview Lab: Start Exercise', 'Double It');
    await workbench.page.keyboard.press('Enter');
    await status('Quiet').click();
    await status('Suggestions').waitFor();
    // As if the last snooze had run out.
    await workbench.runCommand('Cancel Snooze Inline Suggestions');
    await workbench.page.getByRole('tab', { name: /^double_it/ }).click();
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await typeUntilAsked();
  });
});
