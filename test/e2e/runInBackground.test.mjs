import assert from 'node:assert/strict';
import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../host/processes.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { openTrials, trials } from './trialsPack.mjs';

/** A Python that gives no answer before it is let go. */
function slowPython() {
  const folder = temporaryFolder('slow');
  const gate = path.join(folder, 'gate');
  const python = path.join(folder, 'python');
  writeFileSync(
    python,
    `#!/bin/sh\nwhile [ ! -e '${gate}' ]; do sleep 0.05; done\nexec python3 "$@"\n`,
  );
  chmodSync(python, 0o755);
  return { python, letGo: () => writeFileSync(gate, '') };
}

describe('a run', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  const pack = path.join(temporaryFolder('pack'), 'trials');
  let slow;

  const gate = path.join(temporaryFolder('gate'), 'open');

  before(async function () {
    if (process.platform === 'win32') this.skip();
    cpSync(trials, pack, { recursive: true });
    saveQuestion(
      [
        '```python {name=waits timeout=60}',
        'import os, time',
        'print(*range(200), sep="\\n")',
        'print("waiting", flush=True)',
        `while not os.path.exists(${JSON.stringify(gate)}):`,
        '    time.sleep(0.05)',
        '```',
      ].join('\n'),
    );
    slow = slowPython();
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [pack], 'interviewLab.pythonPath': slow.python },
    });
    await openTrials(workbench);
  });

  after(() => workbench?.close());

  /** The author saves the question: every page of it is shown anew. */
  const saveQuestion = (/** @type {string} */ sentence) => {
    const file = path.join(pack, 'questions', 'misbehaving.md');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${sentence}\n`);
  };

  it('can be stopped while Python is looked for, and outlasts a change of the question', async () => {
    const page = await workbench.openQuestion('What misbehaves?');
    const snippet = (/** @type {string} */ name) =>
      page.locator(`figure.snippet[data-snippet="${name}"]`);
    for (const name of ['endless', 'asks']) {
      await snippet(name).getByRole('button', { name: 'Run', exact: true }).click();
      await snippet(name).getByText('Running…').waitFor();
    }
    saveQuestion('One more sentence.');
    await page.getByText('One more sentence.').waitFor();
    await snippet('asks').getByText('Running…').waitFor();
    await snippet('endless').getByRole('button', { name: 'Stop' }).click();
    slow.letGo();
    await snippet('endless')
      .getByText(/^Stopped/)
      .waitFor();
    await snippet('asks').locator('.output').getByText('Name?').waitFor();

    saveQuestion('And another.');
    await page.getByText('And another.').waitFor();
    await snippet('asks').locator('.output').getByText('Name?').waitFor();
    await snippet('asks').getByRole('textbox').fill('Ad');
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.locator('iframe.webview').first().waitFor({ state: 'hidden' });
    await workbench.runCommand('View: Close Editor');
    const again = await workbench.webview('What misbehaves?');
    const asks = again.locator('figure.snippet[data-snippet="asks"]');
    const field = asks.getByRole('textbox');
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Ad', 'what was typed is gone after another tab');
    await field.fill('Ada');
    await field.press('Enter');
    await asks.getByText('Hello, Ada!').waitFor();
    await asks.getByText(/^As expected/).waitFor();
  });

  it('and a question that is saved leave the focus in the editor', async () => {
    const { page: window } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('File: New Untitled Text File');
    const editor = window.locator('.editor-instance .view-lines');
    await editor.waitFor();
    await workbench.runCommandAndType('Interview Lab: Open to the Side', 'What misbehaves?');
    await workbench.quickPick('What misbehaves?').first().click();
    const page = await workbench.webview('What misbehaves?');
    const waits = page.locator('figure.snippet[data-snippet="waits"]');
    await waits.getByRole('button', { name: 'Run', exact: true }).click();
    await waits.locator('.output').getByText('waiting').waitFor();
    saveQuestion('Saved meanwhile.');
    await page.getByText('Saved meanwhile.').waitFor();
    await waits.locator('.output').getByText('waiting').waitFor();
    assert.ok(
      await waits
        .locator('.output')
        .evaluate(
          (pre) => pre.scrollTop > 0 && pre.scrollTop + pre.clientHeight >= pre.scrollHeight - 4,
        ),
      'its output is not scrolled to the end',
    );

    await editor.click();
    await window.keyboard.type('one ');
    writeFileSync(gate, '');
    await waits.getByText(/^Exit code 0/).waitFor();
    await window.keyboard.type('two ');
    // At its top a question that is shown puts the focus on its title.
    await page.locator('html').evaluate(
      (html) =>
        new Promise((resolve) => {
          html.ownerDocument.addEventListener('scroll', () => requestAnimationFrame(resolve), {
            once: true,
          });
          html.ownerDocument.defaultView?.scrollTo(0, 0);
        }),
    );
    saveQuestion('And a last one.');
    await page.getByText('And a last one.').waitFor();
    await window.keyboard.type('three');
    await editor.getByText('one two three').waitFor();
  });
});
