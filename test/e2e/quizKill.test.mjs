import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { killExtensionHost } from '../host/extensionHost.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

describe('a quiz when the extension host is killed', function () {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    page = await startQuiz(workbench);
  });

  after(() => workbench?.close());

  /** Resolves when what is being answered is in the extension's storage. */
  const stored = async (wanted) => {
    const folder = workbench.storage;
    const latest = Date.now() + 20_000;
    for (;;) {
      const drafts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /[\\/]drafts[\\/].*\.json$/.test(name))
        .map((name) => readFileSync(path.join(folder, name), 'utf8'));
      if (drafts.some((draft) => wanted.test(draft))) return;
      assert.ok(Date.now() < latest, `no draft matches ${wanted} in ${drafts.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const killAndComeBack = async () => {
    killExtensionHost(path.dirname(workbench.userDataDir));
    await workbench.reload();
    // The panel went with the extension host; the quiz goes on where it was.
    page = await startQuiz(workbench);
    await page.locator('[data-item]').waitFor();
  };

  const goOn = async (item) => {
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('button', { name: /^(Continue|Show Result)/ }).click();
    if (item < 6) await page.getByText(`Item ${item + 1} of 6, ${item} answered`).waitFor();
  };

  it('still has the option that was chosen, and how sure the learner was', async () => {
    await page.getByText('four', { exact: true }).click();
    await page.getByRole('radio', { name: 'Certain' }).check();
    await stored(/choice.*certain/);
    await killAndComeBack();
    assert.ok(await page.getByRole('radio', { name: /four/ }).isChecked());
    assert.ok(await page.getByRole('radio', { name: 'Certain' }).isChecked());
    await goOn(1);
  });

  it('still has several options', async () => {
    await page.getByText('two', { exact: true }).click();
    await page.getByText('seven', { exact: true }).click();
    await stored(/"options":\[\d,\d\]/);
    await killAndComeBack();
    assert.ok(await page.getByRole('checkbox', { name: /two/ }).isChecked());
    assert.ok(await page.getByRole('checkbox', { name: /seven/ }).isChecked());
    await goOn(2);
  });

  it('still has a predicted output', async () => {
    await page.getByRole('textbox').fill('0\n1');
    await stored(/0\\n1/);
    await killAndComeBack();
    assert.equal(await page.getByRole('textbox').inputValue(), '0\n1');
    await goOn(3);
  });

  it('still has a word', async () => {
    await page.getByRole('textbox').fill('def');
    await stored(/"def"/);
    await killAndComeBack();
    assert.equal(await page.getByRole('textbox').inputValue(), 'def');
    await goOn(4);
  });

  it('still has lines in their order', async () => {
    const names = () =>
      page
        .getByRole('list', { name: 'Lines to arrange' })
        .getByRole('listitem')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    await page.getByRole('listitem').first().getByRole('button', { name: 'Move Down' }).click();
    const arranged = await names();
    await stored(/"lines"/);
    await killAndComeBack();
    assert.deepEqual(await names(), arranged);
    await goOn(5);
  });

  it('still has code, and all that was answered before', async () => {
    await page.getByRole('button', { name: 'Write Here' }).click();
    await page.getByRole('textbox', { name: 'Your code' }).fill('def double(n): return 2 * n');
    await stored(/return 2 \* n/);
    await killAndComeBack();
    const field = page.getByRole('textbox', { name: 'Your code' });
    assert.equal(await field.inputValue(), 'def double(n): return 2 * n');
    await goOn(6);
    await page.getByRole('heading', { name: /^One of each kind: \d/ }).waitFor();
    await workbench.screenshot('quiz-after-kills');
    assert.equal(await page.getByText('Not answered').count(), 0);
  });
});
