import assert from 'node:assert/strict';
import { madeUpHistory } from '../fixtures/history.mjs';
import { writeJournal } from '../host/profile.mjs';
import { questions } from '../host/shippedQuestions.mjs';
import { openWorkbench } from '../host/vscodePage.mjs';
import { assertLooksRight } from './look.mjs';

/** A past that ended half an hour ago: what was forgotten is due again. */
const past = (events, days) =>
  madeUpHistory({ events, days, until: Date.now() - 1_800_000, questions });

const showProgress = async (workbench) => {
  await workbench.runCommand('Interview Lab: Show Progress');
  const page = await workbench.webview('Progress');
  await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
  return page;
};

/** The cells of the table below a heading, row by row. */
const tableOf = async (page, heading) => {
  const section = page.getByRole('region', { name: heading });
  await section.getByText('Show as table').click();
  const rows = section.locator('tbody tr');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
};

/** The day begins at 4 a.m. */
const dayOf = (time) =>
  Math.floor((time - new Date(time).getTimezoneOffset() * 60_000 - 14_400_000) / 86_400_000);

describe('progress', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  const journal = past(100_000, 370);

  before(async () => {
    workbench = await openWorkbench({ journal });
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).waitFor();
  });

  after(() => workbench?.close());

  it('adds up a journal of 100,000 events, and its tables say what its charts show', async () => {
    const entries = journal
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const days = new Set(entries.map(({ time }) => dayOf(time)));
    const page = await showProgress(workbench);
    await page
      .getByText(`${entries.length.toLocaleString('en')} things done on ${days.size} days.`)
      .waitFor();

    const today = dayOf(Date.now());
    const last = days.has(today) ? today : today - 1;
    let streak = 0;
    while (days.has(last - streak)) streak++;
    await page
      .locator('.tile', { hasText: 'Streak' })
      .getByText(String(streak), { exact: true })
      .waitFor();

    const coming = await tableOf(page, 'Coming Up');
    const due = page.locator('.tile', { hasText: 'Due today' }).locator('.value');
    assert.equal(await due.textContent(), coming[0]?.[1], 'the chart begins with what is due');

    const year = await tableOf(page, 'Your Year');
    assert.equal(year.length, days.size);
    const sum = (column) => year.reduce((total, cells) => total + Number(cells[column]), 0);
    const count = (kind) => entries.filter(({ event }) => event.kind === kind).length;
    assert.deepEqual(
      [sum(1), sum(2), sum(3), sum(4)],
      ['rated', 'answered', 'read', 'noted'].map(count),
    );

    const topics = await tableOf(page, 'Mastery by Topic');
    assert.deepEqual(
      topics.map(([title]) => title),
      ['Inside CPython', 'The Object Model', 'Types and Data', 'Concurrency', 'Engineering'],
    );
    for (const [, mastered, read, unread, all] of topics)
      assert.equal(Number(mastered) + Number(read) + Number(unread), Number(all));
    const retention = await tableOf(page, 'Retention');
    assert.equal(retention.length, 26);
    for (const [, reviewed, remembered, share] of retention) {
      const expected =
        reviewed === '0' ? '–' : `${Math.round((100 * Number(remembered)) / Number(reviewed))}%`;
      assert.equal(share, expected);
    }
  });

  it('tells of each day by the arrow keys and by the pointer', async () => {
    const page = await showProgress(workbench);
    const year = page.getByRole('slider', { name: /each day of the last year/ });
    const value = () => year.getAttribute('aria-valuetext');
    await year.focus();
    const today = await value();
    await workbench.page.keyboard.press('ArrowUp');
    const yesterday = await value();
    assert.notEqual(yesterday, today);
    await page.locator('.tip', { hasText: (yesterday ?? '').split(':')[0] }).waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    assert.equal(await value(), today);
    await workbench.page.keyboard.press('ArrowLeft');
    const weekday = (text) => (text ?? '').split(',')[0];
    assert.equal(weekday(await value()), weekday(today), 'a column is a week');

    const retention = page.getByRole('slider', { name: /remembered by week/ });
    await retention.hover();
    await page.locator('.tip', { hasText: 'Week of' }).waitFor();
  });

  it('leads to the review of what is due', async () => {
    const page = await showProgress(workbench);
    await page.getByRole('button', { name: 'Start Review' }).click();
    const review = await workbench.webview('Review');
    await review.getByText(/^0 done, /).waitFor();
  });

  it('opens a weak question, and counts what is done there', async () => {
    const things = /^([\d,]+) things done/;
    const page = await showProgress(workbench);
    const text = (await page.getByText(things).textContent()) ?? '';
    const before = Number(things.exec(text)?.[1]?.replaceAll(',', ''));
    const link = page.getByRole('region', { name: 'Weakest Questions' }).getByRole('link').first();
    const title = (await link.textContent()) ?? '';
    await link.click();
    await workbench.page.getByRole('tab', { name: title }).waitFor();
    await workbench.runCommand('Interview Lab: Mark as Read');
    const later = await showProgress(workbench);
    await later.getByText(`${(before + 1).toLocaleString('en')} things done`).waitFor();
  });
});

describe('the progress page', () => {
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1280, height: 1400 } });
  });

  after(() => workbench?.close());

  it('invites a newcomer instead of showing empty charts', async () => {
    const page = await showProgress(workbench);
    await page.getByText('Read a question, and today is marked here.').waitFor();
    await page.getByText(`of ${questions.length} questions`).waitFor();
    assert.equal(await page.getByRole('slider').count(), 0);
    await page.getByText('nothing scheduled yet').waitFor();
    assert.equal(await page.getByText('all done').count(), 0, 'nothing was to be done');
    await page.getByRole('button', { name: 'Begin with Today' }).click();
    const today = await workbench.webview('Today');
    await today.getByRole('heading', { name: 'What brings you here?' }).waitFor();
    await workbench.runCommand('View: Close Primary Side Bar');
    await assertLooksRight(workbench, today, 'today-choose');
    // The other two ways to begin, each of which can be changed for another.
    await today.getByRole('button', { name: 'Learn', exact: true }).click();
    await today.getByText(/^The Runtime, Bottom Up: 0 of \d+ questions read\./).waitFor();
    await today.getByRole('button', { name: 'Change Plan' }).click();
    await today.getByRole('button', { name: 'Look Around' }).click();
    const question = await workbench.webview(
      'What happens, step by step, when a module is imported?',
    );
    await question.getByRole('heading', { level: 1 }).waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('looks right, with its tables', async () => {
    writeJournal(workbench.userDataDir, past(500, 60));
    await workbench.reload();
    await workbench.openView();
    await workbench.treeItem(/Inside CPython/).waitFor();
    const page = await showProgress(workbench);
    await workbench.runCommand('View: Close Primary Side Bar');
    for (const summary of await page.getByText('Show as table').all()) await summary.click();
    await page.getByRole('slider', { name: /each day of the last year/ }).focus();
    await workbench.page.keyboard.press('ArrowLeft');
    await assertLooksRight(workbench, page, 'progress');
  });
});
