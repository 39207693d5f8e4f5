import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { killExtensionHost } from '../host/extensionHost.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { ofTheDay } from './ofTheDay.mjs';
import { startQuiz } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

/** Each kill takes a reload of the window: so many a day. */
const KILLS = 2;

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

  /** What is answered, in the order of the items, what is stored of it, and what is there afterwards. */
  const answers = [
    {
      what: 'the option that was chosen, and how sure the learner was',
      give: async () => {
        await page.getByText('four', { exact: true }).click();
        await page.getByRole('radio', { name: 'Certain' }).check();
      },
      draft: /choice.*certain/,
      isThere: async () => {
        assert.ok(await page.getByRole('radio', { name: /four/ }).isChecked());
        assert.ok(await page.getByRole('radio', { name: 'Certain' }).isChecked());
      },
    },
    {
      what: 'several options',
      give: async () => {
        await page.getByText('two', { exact: true }).click();
        await page.getByText('seven', { exact: true }).click();
      },
      draft: /"options":\[\d,\d\]/,
      isThere: async () => {
        assert.ok(await page.getByRole('checkbox', { name: /two/ }).isChecked());
        assert.ok(await page.getByRole('checkbox', { name: /seven/ }).isChecked());
      },
    },
    {
      what: 'a predicted output',
      give: () => page.getByRole('textbox').fill('0\n1'),
      draft: /0\\n1/,
      isThere: async () => assert.equal(await page.getByRole('textbox').inputValue(), '0\n1'),
    },
    {
      what: 'a word',
      give: () => page.getByRole('textbox').fill('def'),
      draft: /"def"/,
      isThere: async () => assert.equal(await page.getByRole('textbox').inputValue(), 'def'),
    },
    {
      what: 'lines in their order',
      give: async () => {
        await page.getByRole('listitem').first().getByRole('button', { name: 'Move Down' }).click();
        arranged = await linesToArrange();
      },
      draft: /"lines"/,
      isThere: async () => assert.deepEqual(await linesToArrange(), arranged),
    },
    {
      what: 'code',
      give: async () => {
        await page.getByRole('button', { name: 'Write Here' }).click();
        await page.getByRole('textbox', { name: 'Your code' }).fill('def double(n): return 2 * n');
      },
      draft: /return 2 \* n/,
      isThere: async () =>
        assert.equal(
          await page.getByRole('textbox', { name: 'Your code' }).inputValue(),
          'def double(n): return 2 * n',
        ),
    },
  ];
  /** @type {(string | null)[]} */
  let arranged = [];
  const linesToArrange = () =>
    page
      .getByRole('list', { name: 'Lines to arrange' })
      .getByRole('listitem')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));

  const killed = ofTheDay(answers, KILLS);
  for (const [at, answer] of answers.entries()) {
    const { what, give, draft, isThere } = answer;
    it(killed.includes(answer) ? `still has ${what}` : `goes on after ${what}`, async () => {
      const number = at + 1;
      await give();
      await stored(draft);
      if (killed.includes(answer)) await killAndComeBack();
      await isThere();
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByRole('button', { name: /^(Continue|Show Result)/ }).click();
      if (number < answers.length)
        await page
          .getByText(`Item ${number + 1} of ${answers.length}, ${number} answered`)
          .waitFor();
    });
  }

  it('still has all that was answered before', async () => {
    await page.getByRole('heading', { name: /^One of each kind: \d/ }).waitFor();
    await workbench.screenshot('quiz-after-kills');
    assert.equal(await page.getByText('Not answered').count(), 0);
  });
});
