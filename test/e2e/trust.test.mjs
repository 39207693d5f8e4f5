import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { everyMessage, sendAsPage } from './pageMessages.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

const walker = fileURLToPath(new URL('../host/walker', import.meta.url));
const { commands } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).contributes;

/** A folder whose own Python, as that of the PATH, leaves a trace when anything runs it. */
function folderWithTrap() {
  const folder = temporaryFolder('untrusted');
  const trace = path.join(temporaryFolder('trace'), 'was-run');
  const onPath = temporaryFolder('path');
  const bin = path.join(folder, '.venv', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(folder, '.venv', 'pyvenv.cfg'), 'home = /usr/bin\n');
  for (const python of [
    path.join(bin, 'python'),
    ...['python', 'python3', 'python3.13'].map((name) => path.join(onPath, name)),
  ]) {
    const real = `PATH='${process.env['PATH']}' exec python3 "$@"`;
    writeFileSync(python, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n${real}\n`);
    chmodSync(python, 0o755);
  }
  writeFileSync(path.join(folder, 'trap.py'), 'print("run")\n');
  mkdirSync(path.join(folder, '.vscode'));
  const inFolder = { 'interviewLab.pythonPath': path.join(bin, 'python') };
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(inFolder));
  const env = { PATH: `${onPath}${path.delimiter}${process.env['PATH']}` };
  return { folder, trace, env };
}

describe('Restricted Mode', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let trap;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    trap = folderWithTrap();
    workbench = await openWorkbench({
      folder: trap.folder,
      env: trap.env,
      extensions: [walker],
      settings: {
        // The user's own, which lead into the folder.
        'interviewLab.pythonPath': '.venv/bin/python',
        'interviewLab.packs': [trials],
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'extensions.confirmedUriHandlerExtensionIds': ['python-interview-lab.python-interview-lab'],
      },
    });
    await workbench.openView();
    await workbench.page.locator('.statusbar').getByText('Restricted Mode').waitFor();
  });

  after(() => workbench?.close());

  const openQuestion = async () => {
    const page = await workbench.openQuestion('What misbehaves?');
    return page.locator('figure.snippet[data-snippet="differs"]');
  };
  /**
   * Closes each dialog by its cross, wherever the focus is: a page may have taken it meanwhile. The next one may come at
   * once, so that there is always one.
   */
  const closingDialogs = async () => {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    const cross = dialog.locator('.codicon-dialog-close');
    await workbench.page.addLocatorHandler(dialog, () => cross.click(), { noWaitAfter: true });
    return dialog;
  };
  /** Says no to each question that was asked meanwhile: the next one comes when one is gone. */
  const closeDialogs = async () => {
    const asked = workbench.page.locator('.monaco-dialog-box, .quick-input-widget:visible');
    const comes = () => asked.first().waitFor({ timeout: 1000 });
    while (
      await comes().then(
        () => true,
        () => false,
      )
    )
      await workbench.page.keyboard.press('Escape');
  };
  const assertNothingRan = () => {
    assert.equal(existsSync(trap.trace) ? readFileSync(trap.trace, 'utf8') : '', '');
  };

  it('lets one read, and says why nothing is run', async () => {
    const snippet = await openQuestion();
    await snippet.getByRole('button', { name: 'Run', exact: true }).click();
    await snippet.getByText('Code is not run in Restricted Mode.').waitFor();
    await workbench.screenshot('restricted');
    await workbench.runCommandAndType('Interview Lab: Run Snippet', 'differs');
    await workbench.quickPick('differs').first().click();
    await workbench.page
      .locator('.notification-list-item', { hasText: 'Code is not run in Restricted Mode.' })
      .first()
      .waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('lets one take a quiz', async () => {
    const page = await startQuiz(workbench);
    await page.getByText('four', { exact: true }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'Correct' }).waitFor();
    assertNothingRan();
  });

  it('runs nothing, whatever command or link is followed', async () => {
    await workbench.runCommand('Walker: Walk Over Everything');
    const over = workbench.page
      .locator('.statusbar')
      .getByText(`Walked over ${commands.length} commands: 0 programs`);
    const dialog = await closingDialogs();
    await over.waitFor({ timeout: 240_000 });
    await workbench.page.removeLocatorHandler(dialog);
    await closeDialogs();
    await workbench.webview('What are descriptors, and how do methods and properties use them?');
    assertNothingRan();
  });

  it('runs nothing, whatever a page says', async () => {
    const messages = await everyMessage({
      snippet: 'differs',
      question: 'trials/misbehaving',
      quiz: 'trials/kinds',
      exercise: 'trials/double-it',
      topic: 'trials/trouble',
      key: 'write',
      approach: 'add',
    });
    const running = messages.filter(({ method }) => /^(?:run|check|tryCode)$/.test(method));
    const command = (/** @type {string} */ title) => async () => {
      await workbench.runCommand(`Interview Lab: ${title}`);
      return workbench.webview();
    };
    const faults = [];
    const dialog = await closingDialogs();
    for (const open of [
      () => workbench.openQuestion('What misbehaves?'),
      () => startQuiz(workbench),
      async () => {
        await workbench.runCommandAndType('Interview Lab: Start Exercise', 'Double It');
        await workbench.page.keyboard.press('Enter');
        return workbench.webview('Double It');
      },
      ...['Today', 'Show Progress', 'Start Review', 'Start Mock Interview'].map(command),
    ]) {
      await workbench.runCommand('View: Close All Editors');
      const page = await open();
      faults.push(...(await sendAsPage(page, running)));
      // One of them shows another page, and this one is gone.
      await sendAsPage(page, messages).catch(() => []);
      await workbench.page.keyboard.press('Escape');
    }
    await workbench.page.removeLocatorHandler(dialog);
    assert.ok(
      faults.some((fault) => fault.includes('Restricted Mode')),
      faults.join('\n'),
    );
    assertNothingRan();
  });

  it('runs nothing when the window comes back as it was', async () => {
    await workbench.reload();
    const tabs = workbench.page.locator('.tabs-container .tab');
    for (let at = 0; at < (await tabs.count()); at++) {
      await tabs.nth(at).click();
      await workbench.page.locator('.editor-group-container.active .editor-container').waitFor();
    }
    await workbench.page.locator('.statusbar').getByText('Restricted Mode').waitFor();
    assertNothingRan();
  });

  it('ends when the workspace is trusted: code runs, with the workspace’s Python', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .click();
    await workbench.page
      .locator('.statusbar')
      .getByText('Restricted Mode')
      .waitFor({ state: 'hidden' });
    const snippet = await openQuestion();
    await snippet.getByRole('button', { name: 'Run', exact: true }).click();
    await snippet.getByText('Not what the author expected').waitFor();
    assert.match(readFileSync(trap.trace, 'utf8'), /\.venv\/bin\/python/);
  });
});
