import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { openTrials, trials } from './trialsPack.mjs';

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');
const windows = process.platform === 'win32';

/** @param {string} file @param {string[]} args */
const output = (file, ...args) => execFileSync(file, args, { encoding: 'utf8' }).trim();

/** @param {string} python */
const buildWheels = (python, ...names) => {
  const folder = temporaryFolder('wheels');
  for (const name of names)
    execFileSync(python, [path.join(fixtures, 'buildWheel.py'), folder, name, '2.0', '']);
  return folder;
};

describe('running Python', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  const environment = { ...process.env };

  before(async () => {
    const python = output('python3', '-c', 'import sys; print(sys.executable)');
    const wheels = buildWheels(python, 'lab_sample', 'lab_elsewhere');
    // What the extension starts installs from this folder alone.
    Object.assign(process.env, {
      PIP_NO_INDEX: '1',
      PIP_FIND_LINKS: wheels,
      UV_NO_INDEX: '1',
      UV_FIND_LINKS: wheels,
    });
    const folder = temporaryFolder('project');
    // The first is the one in use, the second has what it lacks.
    const inUse = path.join(folder, '.venv');
    const other = path.join(folder, 'venv');
    for (const venv of [inUse, other]) execFileSync(python, ['-m', 'venv', '--without-pip', venv]);
    const own = path.join(other, windows ? 'Scripts' : 'bin', 'python');
    const site = output(own, '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))');
    mkdirSync(site, { recursive: true });
    const wheel = path.join(wheels, 'lab_elsewhere-2.0-py3-none-any.whl');
    execFileSync(python, ['-m', 'zipfile', '-e', wheel, site]);
    workbench = await openWorkbench({
      folder,
      settings: {
        'interviewLab.packs': [trials],
        'terminal.integrated.gpuAcceleration': 'off',
      },
    });
    await openTrials(workbench);
    await openTrouble();
  });

  after(async () => {
    await workbench?.close();
    process.env = environment;
  });

  const openTrouble = () => workbench.openQuestion('What misbehaves?');

  const snippet = async (name) =>
    (await workbench.webview()).locator(`figure.snippet[data-snippet="${name}"]`);
  const environments = () =>
    readdirSync(workbench.storage).filter((name) => name.startsWith('lab-environment'));

  it('does not run what lacks a package, and says so', async () => {
    const wants = await snippet('wants');
    await wants.locator('.needs').getByText('lab_sample is not installed').waitFor();
    await wants.getByRole('button', { name: 'Run', exact: true }).click();
    // It is said once, and the focus goes to what can be done about it.
    await wants.locator('.needs button:focus').waitFor();
    assert.equal(await wants.locator('.status').isVisible(), false);
    await wants.getByRole('button', { name: 'Install into the Lab Environment' }).waitFor();
    await wants.scrollIntoViewIfNeeded();
    await workbench.screenshot('python-needs');
  });

  it('runs with another interpreter that has the package', async () => {
    const elsewhere = await snippet('elsewhere');
    await elsewhere.getByRole('button', { name: /^Run with Python .* \(venv\)$/ }).click();
    await elsewhere.locator('.output').getByText('found 2.0').waitFor();
    await elsewhere.getByText(/^Runs with Python .* \(venv\)$/).waitFor();
    await elsewhere.locator('.needs').waitFor({ state: 'hidden' });
  });

  it('says why nothing could be installed, and leaves nothing of it', async () => {
    const hopeless = await snippet('hopeless');
    await hopeless.getByRole('button', { name: 'Install into the Lab Environment' }).click();
    const message = workbench.page.locator('.notifications-toasts', {
      hasText: /no-such-package was not installed: .*no-such-package/,
    });
    await message.getByRole('button', { name: 'Show Log' }).waitFor();
    await workbench.screenshot('python-not-installed');
    await workbench.runCommand('Notifications: Clear All Notifications');
    assert.deepEqual(environments(), []);
  });

  it('installs into the lab environment with one click, and runs with it', async () => {
    const wants = await snippet('wants');
    await wants.getByRole('button', { name: 'Install into the Lab Environment' }).click();
    await wants.locator('.output').getByText('found 2.0').waitFor();
    await wants.getByText(/^Runs with Python .* \(Lab environment\)$/).waitFor();
    await wants.getByText(/Exit code 0/).waitFor();
    await wants.scrollIntoViewIfNeeded();
    await workbench.screenshot('python-lab');
    assert.deepEqual(environments(), ['lab-environment']);
  });

  it('lists the lab environment with the other interpreters', async () => {
    await workbench.runCommandAndType('Interview Lab: Select Interpreter', 'Lab environment');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Lab environment' })
      .waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('links a traceback to the line of the learner’s file', async () => {
    const fails = await snippet('fails');
    await fails.getByRole('button', { name: 'Run', exact: true }).click();
    await fails.getByText(/Exit code 1/).waitFor();
    const shown = (await fails.locator('.output').textContent()) ?? '';
    assert.ok(!shown.includes('interview-lab-run-'), shown);
    const link = fails.getByRole('link', { name: /fails\.py", line 2$/ });
    await link.scrollIntoViewIfNeeded();
    await workbench.screenshot('python-traceback');
    const place = () => link.evaluate(() => Math.round(window.scrollY));
    const before = await place();
    assert.ok(before > 0, String(before));
    await link.click();
    await workbench.page.getByRole('tab', { name: /^fails\.py/ }).waitFor();
    await workbench.page.locator('.statusbar').getByText('Ln 2, Col 5').waitFor();
    // The editor beside makes the page narrower, not its beginning the place where one was.
    assert.ok((await place()) > 0, String(await place()));
  });

  it('shows side by side what each Python prints', async () => {
    const versions = await snippet('versions');
    await versions.getByRole('button', { name: 'Compare Interpreters' }).click();
    await workbench.page
      .getByRole('tab', { name: /^versions: (outputs compared|.+ ↔ .+)/ })
      .waitFor();
    await workbench.page
      .getByText(/^Python\s3\s\d+$/)
      .first()
      .waitFor();
    await workbench.screenshot('python-compared');
    await workbench.page.keyboard.press('Control+F4');
  });

  it('marks the line as a problem when the file is run in the terminal', async () => {
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Run' });
    await lens.first().click();
    await workbench.page.locator('.xterm-rows', { hasText: 'ZeroDivisionError' }).waitFor();
    await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench.page.locator('#status\\.problems a').click();
    await workbench.page
      .locator('.markers-panel')
      .getByText('ZeroDivisionError: division by zero')
      .waitFor();
    await workbench.screenshot('python-problem');
  });

  it('marks it also where the error comes from far below', async () => {
    await workbench.runCommandAndType('Interview Lab: Run Snippet', 'far');
    await workbench.quickPick('far').first().click();
    await workbench.page.locator('.xterm-rows', { hasText: 'JSONDecodeError' }).waitFor();
    await workbench.page.locator('#status\\.problems a').click();
    const panel = workbench.page.locator('.markers-panel');
    await panel.getByText(/^json\.decoder\.JSONDecodeError: Expecting/).waitFor();
    await panel.locator('.monaco-list-row', { hasText: 'far.py' }).waitFor();
    await workbench.screenshot('python-problem-far');
  });

  it('offers the Python Debugger where it is missing', async () => {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Debug' }).click();
    const message = workbench.page.locator('.notifications-toasts', {
      hasText: 'Debugging needs the Python Debugger extension',
    });
    await message.getByRole('button', { name: 'Show Extension' }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('leaves no process when its panel is closed', async function () {
    if (process.platform !== 'linux') this.skip();
    await openTrouble();
    const brood = await snippet('brood');
    await brood.getByRole('button', { name: 'Run', exact: true }).click();
    const line = brood.locator('.output').getByText(/^brood \d+/);
    const mark = markOf(Number(/\d+/.exec((await line.textContent()) ?? '')?.[0]));
    assert.equal(marked(mark).length, 4);
    await workbench.runCommand('View: Close Editor');
    while (marked(mark).length > 0) await new Promise((next) => setTimeout(next, 20));
    await openTrouble();
  });

  it('leaves no process when the extension host is killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const brood = await snippet('brood');
    await brood.getByRole('button', { name: 'Run', exact: true }).click();
    const line = brood.locator('.output').getByText(/^brood \d+/);
    const pid = Number(/\d+/.exec((await line.textContent()) ?? '')?.[0]);
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const host = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const mark = markOf(pid);
    assert.equal(marked(mark).length, 4);
    process.kill(host, 'SIGKILL');
    while (marked(mark).length > 0) await new Promise((next) => setTimeout(next, 20));
  });
});

describe('running Python in the debugger', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ extensions: [path.join(fixtures, 'debugger')] });
  });

  after(() => workbench?.close());

  it('takes the learner’s file, with its breakpoints, to the Python Debugger', async () => {
    const { page } = workbench;
    await workbench.runCommandAndType(
      'Interview Lab: Open Snippet in Editor',
      'construction-trace',
    );
    await workbench.quickPick('construction-trace').first().click();
    await page.locator('.codelens-decoration a', { hasText: 'Debug' }).waitFor();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F9');
    await page.locator('.codicon-debug-breakpoint').first().waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Debug' }).click();
    await page
      .locator('.notifications-toasts')
      .getByText(
        /python\S* debugs \S+scratch\S+construction_trace\.py, stops at construction_trace\.py:1\./,
      )
      .waitFor();
  });
});

/** What the environment of a run's processes has and no other's. @param {number} pid */
function markOf(pid) {
  const variables = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
  return variables.find((one) => one.startsWith('INTERVIEW_LAB_RUN=')) ?? 'none';
}

/** @param {string} mark @returns {string[]} the living processes that have it */
function marked(mark) {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
    } catch {
      return false;
    }
  });
}
