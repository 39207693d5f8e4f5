import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertLooksRight } from './look.mjs';
import { startQuiz as start } from './quizSteps.mjs';
import { trials } from './trialsPack.mjs';

describe('a quiz, by keyboard alone', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'interviewLab.packs': [trials] } });
    page = await start(workbench);
  });

  after(() => workbench?.close());

  const press = (key) => workbench.page.keyboard.press(key);

  /** The digit of an option, which is shuffled. */
  const digit = async (text) => {
    const option = page.locator('label, li, .option').filter({ hasText: text }).first();
    await option.waitFor();
    return /\d/.exec((await option.textContent()) ?? '')?.[0] ?? '';
  };

  /** After the verdict the answer is said once, and no field holds it any more. */
  const saidOnce = async () => {
    await page.getByText('Your answer, correct', { exact: true }).waitFor();
    assert.equal(await page.getByText(/^Your answer/).count(), 1);
    assert.equal(await page.locator('#answer, .line:visible').count(), 0);
  };

  const verdict = async (word) => {
    await page.getByText(word, { exact: true }).last().waitFor();
    await page.getByRole('button', { name: /^(Continue|Show Result)/ }).waitFor();
    await press('Enter');
  };

  it('takes one option and explains each of them', async () => {
    await press(await digit('four'));
    await press('Enter');
    await page.getByText('It is odd.').waitFor();
    await page.getByText('Two times two.').waitFor();
    const tops = await page
      .locator('.verdict, .prompt')
      .evaluateAll((all) => all.map((each) => [each.className, each.getBoundingClientRect().top]));
    assert.deepEqual(
      tops.map(([name]) => name),
      ['verdict correct', 'prompt'],
    );
    assert.ok(Number(tops[0]?.[1]) >= 0 && Number(tops[0]?.[1]) < 400, 'it is in view');
    const notChosen = page.locator('.option', { hasText: 'It is odd.' });
    assert.equal(await notChosen.getByText('Not correct').count(), 1);
    assert.equal(await notChosen.locator('.bad').count(), 0, 'it is not shown as an error');
    await workbench.screenshot('quiz-explained');
    await press('PageDown');
    await page.getByText('Item 2 of 6, 1 answered').waitFor();
    await press('PageUp');
    await page.getByText('Item 1 of 6, 1 answered').waitFor();
    await verdict('Correct');
  });

  it('gives part of the credit for part of the options', async () => {
    // The item before speaks of two as well.
    await page.getByText('Item 2 of 6').first().waitFor();
    await press(await digit('two'));
    await press('Enter');
    await page.getByText('Three times three.').waitFor();
    await verdict('Partly correct');
  });

  it('goes on where it was after a reload of the window', async () => {
    await page.getByText('What does this print?').waitFor();
    await workbench.reload();
    page = await workbench.webview();
    await page.getByText('What does this print?').waitFor();
    await page.getByText('Item 3 of 6, 2 answered').waitFor();
  });

  it('takes a predicted output', async () => {
    await page.getByRole('textbox').focus();
    await workbench.page.keyboard.type('0');
    await press('Enter');
    await workbench.page.keyboard.type('1');
    await press('Control+Enter');
    await saidOnce();
    await verdict('Correct');
  });

  it('takes a word, and forgives its case', async () => {
    await page.getByText('Which keyword').waitFor();
    // Escape leaves the field: then a letter is a key, and none is typed.
    await press('Escape');
    await press('f');
    await page.getByRole('button', { name: 'Flagged' }).waitFor();
    await press('Escape');
    await press('f');
    await page.getByRole('button', { name: 'Flag', exact: true }).waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), '');
    await page.getByRole('textbox').focus();
    await workbench.page.keyboard.type('DEF ');
    await press('Enter');
    await saidOnce();
    await verdict('Correct');
  });

  it('takes lines put in order', async () => {
    const lines = page.getByRole('list', { name: 'Lines to arrange' }).getByRole('listitem');
    await lines.first().waitFor();
    for (const [wanted, text] of ['first step', 'second step', 'third step'].entries()) {
      const labels = await lines.evaluateAll((all) =>
        all.map((each) => each.getAttribute('aria-label')),
      );
      const at = labels.findIndex((label) => label?.startsWith(text));
      await lines.nth(at).focus();
      for (let step = at; step > wanted; step--) await press('Alt+ArrowUp');
    }
    // Sentences are not colored as code is.
    assert.equal(await lines.locator('[data-block], [class^="k"]').count(), 0);
    await press('Enter');
    await saidOnce();
    await verdict('Correct');
  });

  it('runs the checks on a function, and says what a failed one expected', async () => {
    await page.getByRole('button', { name: 'Open in Editor' }).waitFor();
    await press('w');
    const field = page.getByRole('textbox', { name: 'Your code' });
    await field.waitFor();
    const starter = await field.inputValue();
    await press('Control+End');
    await workbench.page.keyboard.type('for n in []:');
    await press('Enter');
    await workbench.page.keyboard.type('pass');
    await press('Tab');
    await press('Shift+Tab');
    assert.equal(await field.inputValue(), `${starter}for n in []:\n    pass    `);
    for (let edit = 0; edit < 8; edit++) await press('Control+z');
    // Undo goes by way of VS Code and back.
    await field.evaluate(
      (element, before) =>
        new Promise((resolve) => {
          const look = () => {
            const { value } = /** @type {HTMLTextAreaElement} */ (element);
            if (value === before) resolve(undefined);
            else requestAnimationFrame(look);
          };
          look();
        }),
      starter,
    );
    await press('Control+a');
    await workbench.page.keyboard.insertText('def double(n):\n    return n + n if n == 2 else 0\n');
    // Trying it, as often as one likes, is no answer and tells no solution.
    await press('Shift+Enter');
    await page.getByText('double should work on strings').first().waitFor();
    assert.equal(await page.locator('.verdict').count(), 0);
    await press('Control+End');
    await workbench.page.keyboard.insertText('print("tried again")\n');
    await press('Shift+Enter');
    await page.locator('.trial pre', { hasText: 'tried again' }).waitFor();
    assert.ok(await page.getByText('Item 6 of 6, 5 answered').isVisible());
    await press('Control+Enter');
    await page.getByText('A right answer').first().waitFor();
    const passed = page.locator('.checks .good .message').first();
    const font = await passed.evaluate((line) => getComputedStyle(line).fontFamily);
    assert.match(font, /mono/i, 'a check that passed is code as well');
    const failed = page.getByRole('listitem').filter({ hasText: 'double should work on strings' });
    await failed.getByRole('button', { name: 'Step Through' }).press('Enter');
    const steps = await workbench.webview('Steps: write, check 2');
    await steps.locator('li.next', { hasText: 'double' }).waitFor();
    await press('Control+w');
    await workbench.page.getByRole('tab', { name: /^Steps/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^(Continue|Show Result)/ }).press('Enter');
  });

  it('ends with a result that leads to what to read again', async () => {
    await page.getByText('Every item').waitFor();
    await workbench.screenshot('quiz-result');
    assert.deepEqual(await workbench.accessibilityViolations(page), []);
    await page.getByRole('link', { name: 'What misbehaves?' }).first().focus();
    await press('Enter');
    const question = await workbench.webview('What misbehaves?');
    await question.getByRole('heading', { level: 1, name: 'What misbehaves?' }).waitFor();
  });
});

describe('the quiz page', () => {
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'interviewLab.packs': [trials] },
      viewport: { width: 1000, height: 800 },
    });
  });

  after(() => workbench?.close());

  it('looks right, before and after an answer of each kind', async () => {
    const page = await start(workbench);
    await workbench.runCommand('View: Close Primary Side Bar');
    for (let item = 1; item <= 6; item++) {
      await page.getByText(`Item ${item} of 6`).first().waitFor();
      await assertLooksRight(workbench, page, `quiz-${item}`, ['light']);
      if (item === 1) await page.getByRole('radio').first().click();
      await page.getByRole('button', { name: item === 1 ? 'Check' : 'Skip' }).click();
      const onward = page.getByRole('button', { name: /^(Continue|Show Result)/ });
      await onward.waitFor();
      await assertLooksRight(workbench, page, `quiz-${item}-answered`);
      await onward.click();
    }
    await page.getByText('Every item').waitFor();
    await assertLooksRight(workbench, page, 'quiz-result');
  });

  it('has a defect found by keys: a line, then its repair, which is not shown before', async () => {
    await workbench.openView();
    // What the result changed is in the tree: a row that is about to be drawn anew loses what a click on it does.
    await workbench
      .treeItem(/One of each kind.*0\/6 right/)
      .first()
      .waitFor();
    await workbench.treeItem(/A defect.*\b1 item\b/).click();
    const page = await workbench.webview('A defect');
    await page.getByRole('heading', { name: 'A defect' }).waitFor();
    await workbench.runCommand('View: Close Primary Side Bar');
    const lines = page.getByRole('group', { name: 'Choose the faulty line.' });
    const repairs = page.getByRole('group', { name: 'Choose its repair.' });
    assert.equal(await lines.getByRole('radio').count(), 3, 'a blank line cannot be chosen');
    assert.equal(await repairs.isVisible(), false);
    await lines.getByRole('radio', { name: 'Line 2: tags.append(name)' }).press('ArrowUp');
    assert.ok(await lines.getByRole('radio', { name: /^Line 1/ }).isChecked());
    await repairs.waitFor();
    const right = repairs.getByRole('radio', { name: /tags = \[\*tags\]/ });
    await right.press((await right.getAttribute('id')) === 'option-0' ? '1' : '2');
    assert.ok(await right.isChecked());
    await assertLooksRight(workbench, page, 'quiz-defect');
    await right.press('Enter');
    await page.getByRole('heading', { name: 'Correct', exact: true }).waitFor();
    await page.getByText('Faulty line', { exact: true }).waitFor();
    await page.getByText('Each call gets its own.').waitFor();
  });
});
