import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench } from '../host/vscodePage.mjs';
import { journalEvents } from './journalEvents.mjs';
import { answerFileDialog } from './fileDialog.mjs';
import { assertLooksRight } from './look.mjs';

const command = 'Interview Lab: Start Mock Interview';

/** The choice of an interview, with the focus where a keyboard begins. */
const begin = async (workbench) => {
  await workbench.runCommand(command);
  const page = await workbench.webview();
  await page.getByRole('heading', { name: 'Mock Interview' }).waitFor();
  await page.getByRole('button', { name: 'Start Interview' }).waitFor();
  return page;
};

describe('a mock interview, by keyboard alone', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;
  let asked;

  before(async () => {
    workbench = await openWorkbench();
    page = await begin(workbench);
  });

  after(() => workbench?.close());

  const press = (key) => workbench.page.keyboard.press(key);
  const type = (text) => workbench.page.keyboard.type(text);
  const notes = () => page.getByRole('textbox', { name: 'Your notes' });

  /** Rates all points that are shown, and goes on. */
  const rateAll = async (digits) => {
    const points = page.getByRole('group');
    await points.first().waitFor();
    const count = await points.count();
    for (let at = 0; at < count; at++) await press(digits[at % digits.length]);
    await page.getByText(`${count} of ${count} rated`).waitFor();
    await press('Enter');
    return count;
  };

  it('is chosen: two questions with one follow-up each', async () => {
    // From the length that is chosen through the others to the number of questions.
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Tab');
    await press('Control+a');
    await type('2');
    await page.getByText('2 questions in 12 minutes of answering').waitFor();
    await page.getByRole('combobox', { name: 'Follow-ups' }).focus();
    await press('ArrowUp');
    await page.getByText('2 questions in 10 minutes of answering').waitFor();
    await press('Control+Enter');
    await page.getByText('Question 1 of 2').first().waitFor();
    asked = await page.getByRole('heading', { level: 1 }).textContent();
    assert.match(asked, /\?$/);
    assert.equal(await page.getByText('What a strong candidate says').count(), 0);
  });

  it('goes on after a reload where it was, with all that was typed, and its clock stood still', async () => {
    await notes().waitFor();
    await type('first I would say this');
    // At once: what was typed last must be there as well.
    await workbench.reload();
    page = await workbench.webview();
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await workbench.screenshot('interview-paused');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: asked, exact: true }).waitFor();
    assert.equal(await notes().inputValue(), 'first I would say this');
    await type(', then that');
    assert.equal(await notes().inputValue(), 'first I would say this, then that');
  });

  it('shows the model answer when it is asked for, and takes a rating for each point', async () => {
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'What a strong candidate says' }).waitFor();
    await workbench.screenshot('interview-compare');
    assert.ok((await rateAll(['3', '1', '2'])) >= 5);
    await page.getByText('Question 1 of 2, follow-up 1 of 1').first().waitFor();
  });

  it('keeps the ratings and the place through a reload', async () => {
    await type('a follow-up');
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'What a strong candidate says' }).waitFor();
    await press('2');
    await page.getByText(/^1 of \d rated/).waitFor();
    await workbench.reload();
    page = await workbench.webview();
    await page.getByText(/^1 of \d rated/).waitFor();
    assert.equal(await page.getByRole('radio', { name: 'In part' }).first().isChecked(), true);
    const open = (await page.getByRole('group').count()) - 1;
    for (let at = 0; at < open; at++) await press('3');
    await press('Enter');
    await page.getByText('Question 2 of 2').first().waitFor();
  });

  it('pauses, and shows its keys', async () => {
    await notes().waitFor();
    await press('Escape');
    await press('p');
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await press('p');
    await notes().waitFor();
    await press('Escape');
    await press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await press('Escape');
    await press('n');
    await type('second question');
    assert.equal(await notes().inputValue(), 'second question');
  });

  it('ends with a report that the journal has before it is shown', async () => {
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'What a strong candidate says' }).waitFor();
    await rateAll(['1']);
    await page.getByText('Question 2 of 2, follow-up 1 of 1').first().waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'What a strong candidate says' }).waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Interview Report' }).waitFor();
    const events = journalEvents(workbench).filter(({ kind }) => kind === 'interviewed');
    assert.equal(events.length, 1);
    assert.equal(events[0].questions.length, 2);
    assert.ok(events[0].questions[1].points.every(({ rating }) => rating === 0));
    await page.getByRole('heading', { name: 'Read again' }).waitFor();
    await page.getByText('first I would say this, then that').waitFor();
    await workbench.screenshot('interview-report');
  });

  it('is saved as Markdown in the folder that is open, unless the learner says otherwise', async () => {
    await page.getByRole('button', { name: 'Save Report…' }).focus();
    await press('Enter');
    await answerFileDialog(workbench, { proposed: '.md' });
    await workbench.page.getByRole('tab', { name: /interview-.*\.md/ }).waitFor();
    const name = readdirSync(workbench.folder).find((each) => /^interview-.*\.md$/.test(each));
    const text = readFileSync(path.join(workbench.folder, name ?? ''), 'utf8');
    assert.match(text, /^# Mock interview of \d{4}-/);
    assert.match(text, /first I would say this, then that/);
    assert.match(text, /\/question\//);
  });

  it('leads from the report to what is to be read again, and starts no interview twice', async () => {
    await workbench.page.getByRole('tab', { name: /Mock Interview/ }).click();
    page = await workbench.webview('Mock Interview');
    await page.getByRole('heading', { name: 'Interview Report' }).waitFor();
    const link = page.getByRole('listitem').getByRole('link').first();
    const title = (await link.textContent()) ?? '';
    await link.focus();
    await press('Enter');
    const question = await workbench.webview(title);
    await question.getByRole('heading', { level: 1, name: title }).waitFor();
    assert.equal(journalEvents(workbench).filter(({ kind }) => kind === 'interviewed').length, 1);
  });
});

describe('the interview page', () => {
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1000, height: 900 } });
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  after(() => workbench?.close());

  it('looks right on each of its screens', async () => {
    const page = await begin(workbench);
    const looksRight = (screen) => assertLooksRight(workbench, page, `interview-${screen}`);
    await looksRight('start');
    await workbench.page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: 'Your notes' }).waitFor();
    await workbench.page.keyboard.type('- what I say first\n- an example');
    await looksRight('question');
    await workbench.page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'What a strong candidate says' }).waitFor();
    for (const digit of ['3', '2', '1']) await workbench.page.keyboard.press(digit);
    await page.getByText(/^3 of \d rated/).waitFor();
    await looksRight('compare');
    await page.getByRole('button', { name: 'End Interview' }).click();
    await page.getByRole('heading', { name: 'Interview Report' }).waitFor();
    await looksRight('report');
  });
});
