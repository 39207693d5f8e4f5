import assert from 'node:assert/strict';
import { openWorkbench } from '../host/vscodePage.mjs';
import { journalEvents } from './journalEvents.mjs';
import { assertLooksRight } from './look.mjs';

const dayMs = 86_400_000;

/** A journal of what the learner did so many days ago. */
const lived = (events) =>
  events
    .map(([daysAgo, event], at) => {
      const time = Date.now() - daysAgo * dayMs;
      return `${JSON.stringify({ v: 2, id: `lived-${at}`, time, device: 'test', event })}\n`;
    })
    .join('');

const read = (question) => ({ kind: 'read', question });
const answered = (quiz, item, question, score = 1) => ({
  kind: 'answered',
  quiz,
  item,
  question,
  score,
});
const rated = (question) => ({ kind: 'rated', card: `question/${question}`, rating: 3 });

/** An item of each kind that a review asks in its own way. */
const items = {
  choice: answered('internals', 'module-enters-sys-modules', 'import-system'),
  output: answered('types', 'match-string-not-sequence', 'pattern-matching'),
  text: answered('concurrency', 'name-the-exception', 'asyncio-internals'),
  code: answered('objects', 'summable-length', 'data-model'),
};

/** Seven cards: they are asked in the order MRO, GIL, choice, output, text, code, and the new one. */
const history = [
  [20, read('gil')],
  [20, read('mro')],
  [12, items.code],
  [11, items.text],
  [10, items.output],
  [9, items.choice],
  [8, rated('gil')],
  [5, rated('mro')],
  [3, read('slots')],
];

const open = async (options = {}) => {
  const workbench = await openWorkbench({ journal: lived(history), ...options });
  await workbench.openView();
  await workbench.treeItem(/Concurrency/).waitFor();
  return workbench;
};

const badgeOf = (workbench) => workbench.activityBarItem().locator('.badge-content');

const startReview = async (workbench) => {
  const { keyboard } = workbench.page;
  await keyboard.press('F1');
  await workbench.quickInput().waitFor();
  await keyboard.type('Interview Lab: Start Review');
  await workbench.quickPick('Interview Lab: Start Review').first().waitFor();
  await keyboard.press('Enter');
  const page = await workbench.webview('Review');
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor();
  return page;
};

describe('a review, by keyboard alone', () => {
  /** @type {import('../host/vscodePage.mjs').Workbench} */
  let workbench;
  let page;

  before(async () => {
    workbench = await open();
  });

  after(() => workbench?.close());

  const press = (key) => workbench.page.keyboard.press(key);
  const type = (text) => workbench.page.keyboard.type(text);
  const place = (text) => page.getByText(text, { exact: true }).waitFor();
  const ratings = () => page.getByRole('group', { name: 'How well did you know it?' });
  const lastEvent = () => journalEvents(workbench).at(-1);
  const ratedItem = ({ quiz, item }, rating) => ({
    kind: 'rated',
    card: `item/${quiz}/${item}`,
    rating,
  });

  it('is announced by a badge on the view', async () => {
    await badgeOf(workbench).filter({ hasText: /^7$/ }).waitFor();
    await workbench.screenshot('review-badge');
  });

  it('shows a question, then its opening answer, with the next interval on each button', async () => {
    page = await startReview(workbench);
    await place('0 done, 7 left');
    // The shortest overdue comes first.
    await page.getByRole('heading', { level: 2, name: /method resolution order|MRO/ }).waitFor();
    await workbench.screenshot('review-question');
    assert.equal(await ratings().count(), 0);
    await press('Space');
    await ratings().waitFor();
    await page.locator('.answer-shown').waitFor();
    const buttons = await ratings().getByRole('button').allTextContents();
    assert.match(buttons[0] ?? '', /^Again 1\s*10 min$/);
    for (const [at, name] of ['Hard', 'Good', 'Easy'].entries())
      assert.match(buttons[at + 1] ?? '', new RegExp(`^${name} ${at + 2}\\s*\\d+ days?$`));
    await workbench.screenshot('review-answer');
  });

  it('stores the rating before the next card is shown', async () => {
    await press('3');
    await place('1 done, 6 left');
    assert.deepEqual(lastEvent(), rated('mro'));
  });

  it('undoes, and shows the card again as it was', async () => {
    await press('u');
    await ratings().waitFor();
    await page.getByRole('heading', { level: 2, name: /method resolution order|MRO/ }).waitFor();
    assert.equal(lastEvent().kind, 'undone');
    await press('4');
    await place('1 done, 6 left');
    assert.equal(lastEvent().rating, 4);
  });

  it('explains its keys', async () => {
    await press('Shift+?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await workbench.screenshot('review-keys');
    await press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });

  it('goes on where it was after a reload of the window', async () => {
    const before = await page.locator('article.card h2').first().textContent();
    await workbench.reload();
    page = await workbench.webview('Review');
    await place('1 done, 6 left');
    assert.equal(await page.locator('article.card h2').first().textContent(), before);
    await page.locator('article.card').click();
  });

  it('takes answers to items, grades them in the host, and suggests what they speak for', async () => {
    await press('Space');
    await ratings().waitFor();
    await press('3');

    await place('2 done, 5 left');
    const option = page.locator('label').filter({ hasText: 'Before its body is executed' });
    await press(/\d/.exec((await option.textContent()) ?? '')?.[0] ?? '');
    await press('Enter');
    await page.getByRole('heading', { name: 'Correct', exact: true }).waitFor();
    await workbench.screenshot('review-item-choice');
    assert.deepEqual(lastEvent(), items.choice);
    await press('Enter');

    await place('3 done, 4 left');
    assert.deepEqual(lastEvent(), ratedItem(items.choice, 3));
    // The keys of the page work on a card with a field too; Enter leads into it, Escape out of it.
    await press('Control+z');
    await place('2 done, 5 left');
    await ratings().waitFor();
    await press('3');
    await place('3 done, 4 left');
    await press('u');
    await place('2 done, 5 left');
    await ratings().waitFor();
    await press('3');
    await place('3 done, 4 left');
    await press('Enter');
    await type('nothing like it');
    await press('Escape');
    assert.equal(await page.locator('#answer').inputValue(), 'nothing like it');
    assert.equal(await page.locator('#answer:focus').count(), 0);
    await page.locator('#answer').focus();
    await press('Control+Enter');
    await page.getByRole('heading', { name: 'Not correct' }).waitFor();
    await page.getByRole('button', { name: 'Step Through' }).waitFor();
    await workbench.screenshot('review-item-output');
    assert.deepEqual(lastEvent(), { ...items.output, score: 0 });
    await press('Enter');

    await place('4 done, 3 left');
    assert.deepEqual(lastEvent(), ratedItem(items.output, 1));
    await press('Enter');
    await type('asyncio.CancelledError');
    await press('Enter');
    await page.getByRole('heading', { name: 'Correct', exact: true }).waitFor();
    await press('4');
    await place('5 done, 2 left');
    assert.deepEqual(lastEvent(), ratedItem(items.text, 4));
  });

  it('buries and suspends, and tells at the end when the next card is due', async () => {
    await press('b');
    await place('5 done, 1 left');
    assert.equal(lastEvent().kind, 'buried');
    await press('s');
    await page.getByRole('heading', { name: 'Done for now' }).waitFor();
    assert.deepEqual(lastEvent(), { kind: 'suspended', card: 'question/slots', suspended: true });
    await place('5 cards rated, 80% remembered.');
    assert.match((await page.locator('.next-due').textContent()) ?? '', /due in \d+ min\.$/);
    await page.getByRole('button', { name: 'Ask 1 Forgotten Card Now' }).waitFor();
    await workbench.screenshot('review-end');
    await badgeOf(workbench).waitFor({ state: 'hidden' });
  });
});

describe('a review with nothing due', () => {
  let workbench;

  after(() => workbench?.close());

  it('says when the next card is due', async () => {
    workbench = await open({ journal: lived([[0, read('gil')]]) });
    const page = await startReview(workbench);
    await page.getByRole('heading', { name: 'Nothing is due' }).waitFor();
    assert.match(
      (await page.locator('.next-due').textContent()) ?? '',
      /The next review is due in (?:1 day|\d+ (?:min|hours))\./,
    );
    await workbench.screenshot('review-nothing');
  });
});

describe('the daily reminder of reviews', () => {
  let workbench;

  after(() => workbench?.close());

  it('leads to the review, once a day', async () => {
    workbench = await open({ settings: { 'interviewLab.review.dailyReminder': true } });
    // In the list: as a toast it goes by itself.
    await workbench.runCommand('Notifications: Show Notifications');
    const reminder = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: '7 cards are due for review.',
    });
    await reminder.getByRole('button', { name: 'Start Review' }).click();
    const page = await workbench.webview('Review');
    await page.getByText('0 done, 7 left', { exact: true }).waitFor();
    await workbench.reload();
    await (
      await workbench.webview('Review')
    )
      .getByText('0 done, 7 left', { exact: true })
      .waitFor();
    await badgeOf(workbench).waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center').waitFor();
    assert.equal(await reminder.count(), 0);
  });
});

describe('the review page', () => {
  let workbench;

  before(async () => {
    workbench = await open({ viewport: { width: 1000, height: 800 } });
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  after(() => workbench?.close());

  it('looks right on each of its screens', async () => {
    const page = await startReview(workbench);
    const looksRight = (screen) => assertLooksRight(workbench, page, `review-${screen}`);
    const { keyboard } = workbench.page;
    const ratings = page.getByRole('group', { name: 'How well did you know it?' });
    for (let done = 0; done < 7; done++) {
      await page.getByText(`${done} done, ${7 - done} left`, { exact: true }).waitFor();
      if (done < 3) await looksRight(`card-${done}`);
      await page.getByRole('button', { name: 'Show Answer' }).focus();
      await keyboard.press('Enter');
      await ratings.waitFor();
      if (done < 3) await looksRight(`answer-${done}`);
      await keyboard.press(done === 1 ? '2' : '3');
    }
    await page.getByRole('heading', { name: 'Done for now' }).waitFor();
    await looksRight('end');
  });
});
