import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');
const windows = process.platform === 'win32';

/** @param {string} folder @returns {string} the Python of a new environment in it */
function makeEnvironment(folder) {
  execFileSync(windows ? 'python' : 'python3', ['-m', 'venv', '--without-pip', folder]);
  return windows ? path.join(folder, 'Scripts', 'python.exe') : path.join(folder, 'bin', 'python');
}

/**
 * Resolves when *Select Interpreter* shows this one as the one in use.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench
 * @param {string} origin
 * @param {string} [python] its path
 */
async function isInUse(workbench, origin, python = '') {
  const row = workbench.page
    .locator('.quick-input-list .monaco-list-row', { hasText: `${origin} · in use` })
    .filter({ hasText: python });
  for (let found = false; !found;) {
    await workbench.runCommand('Interview Lab: Select Interpreter');
    await workbench.page
      .locator('.quick-input-title', { hasText: 'Select the Python that runs snippets' })
      .waitFor();
    // The pick tells what was in use when it was opened: look again.
    found = await row.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (found) await workbench.screenshot(`interpreters-${origin.replace(/\W+/g, '-')}`);
    await workbench.page.keyboard.press('Escape');
    await workbench.quickInput().waitFor({ state: 'hidden' });
  }
}

describe('the interpreter', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  /** @type {string[]} */
  let pythons;

  before(async () => {
    const folder = temporaryFolder('pythons');
    pythons = ['one', 'two', 'three', 'four'].map((name) =>
      makeEnvironment(path.join(folder, name)),
    );
    workbench = await openWorkbench({
      env: { LAB_TEST_PYTHONS: pythons.slice(0, 3).join(path.delimiter) },
      extensions: ['pythonExtension', 'pythonEnvironments'].map((name) =>
        path.join(fixtures, name),
      ),
    });
  });

  after(() => workbench?.close());

  it('is the one selected in the Python Environments extension', async () => {
    await isInUse(workbench, 'Python Environments extension', pythons[0]);
  });

  it('is the one selected in the Python extension, where the other has none, and follows it', async () => {
    await workbench.runCommand('Stand-In: Select No Environment');
    await isInUse(workbench, 'Python extension', pythons[1]);
    await workbench.runCommand('Stand-In: Select the Next Python');
    await isInUse(workbench, 'Python extension', pythons[2]);
  });

  it('is the one whose path is entered; what is none is told', async () => {
    const chosen = pythons[3] ?? '';
    await workbench.runCommand('Interview Lab: Select Interpreter');
    await workbench.quickPick('Enter a Path…').click();
    await workbench.page.getByText('~ stands for your home folder').waitFor();
    await workbench.quickInput().fill(path.dirname(chosen));
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText(/is a folder: choose the Python executable in it/).waitFor();
    await workbench.quickInput().fill(chosen);
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput().waitFor({ state: 'hidden' });
    await isInUse(workbench, 'your choice', chosen);
  });
});

describe('an environment in the workspace', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  after(() => workbench?.close());

  it('is used as soon as it is made', async () => {
    workbench = await openWorkbench();
    await isInUse(workbench, '');
    makeEnvironment(path.join(workbench.folder, '.venv'));
    await isInUse(workbench, '.venv');
  });
});
