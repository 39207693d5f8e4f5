import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

/** A folder whose own Python leaves a trace when anything runs it. */
function folderWithTrap() {
  const folder = temporaryFolder('untrusted');
  const trace = path.join(temporaryFolder('trace'), 'was-run');
  const bin = path.join(folder, '.venv', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(folder, '.venv', 'pyvenv.cfg'), 'home = /usr/bin\n');
  writeFileSync(path.join(bin, 'python'), `#!/bin/sh\ntouch '${trace}'\nexec python3 "$@"\n`);
  chmodSync(path.join(bin, 'python'), 0o755);
  mkdirSync(path.join(folder, '.vscode'));
  writeFileSync(
    path.join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'interviewLab.pythonPath': path.join(bin, 'python') }),
  );
  return { folder, trace };
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
      settings: {
        'interviewLab.packs': [trials],
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
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
  });

  it('runs nothing of the workspace', () => {
    assert.ok(!existsSync(trap.trace), 'the Python of the workspace was run');
  });

  it('ends when the workspace is trusted: code runs, with the workspace’s Python', async () => {
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
    assert.ok(existsSync(trap.trace), 'the Python of the workspace was not run');
  });
});
