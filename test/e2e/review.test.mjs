import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench } from '../host/vscodePage.mjs';

const trials = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'trials');
const dayMs = 86_400_000;

const journalOf = (workbench) =>
  path.join(
    workbench.userDataDir,
    'User',
    'globalStorage',
    'python-interview-lab.python-interview-lab',
    'journal.jsonl',
  );

/** What the learner did so many days ago. */
const lived = (workbench, events) => {
  const lines = events.map(([daysAgo, event], at) =>
    JSON.stringify({
      v: 2,
      id: `lived-${at}`,
      time: Date.now() - daysAgo * dayMs,
      device: 'test',
      event,
    }),
  );
  mkdirSync(path.dirname(journalOf(workbench)), { recursive: true });
  writeFileSync(journalOf(workbench), `${lines.join('\n')}\n`);
};

const eventsOf = (workbench) =>
  readFileSync(journalOf(workbench), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event);

const read = (question) => ({ kind: 'read', question });
const answered = (item, score) => ({
  kind: 'answered',
  quiz: 'kinds',
  item,
  question: 'misbehaving',
  score,
});
const rated = (question) => ({ kind: 'rated', card: `question/${question}`, rating: 3 });

/** Due: two questions known once, four items; one question is new. */
const history = [
  [20, read('gil')],
  [20, read('mro')],
  [12, answered('one', 1)],
  [11, answered('prints', 1)],
  [10, answered('word', 1)],
  [9, answered('write', 1)],
  [8, rated('gil')],
  [5, rated('mro')],
  [3, read('misbehaving')],
];

const open = async (options = {}) => {
  const workbench = await openWorkbench({
    settings: { 'interviewLab.packs': [trials] },
    ...options,
  });
  lived(workbench, options.history ?? history);
  await workbench.reload();
  await workbench.openView();
  await workbench
    .treeItem(/Trouble/)
    .first()
    .waitFor();
  return workbench;
};

const badgeOf = (workbench) =>
  workbench.page
    .locator('.part.activitybar .action-item', { has: workbench.activityBarItem() })
    .locator('.badge-content');

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
  const lastEvent = () => eventsOf(workbench).at(-1);

  it('is announced by a badge on the view', async () => {
    await badgeOf(workbench).filter({ hasText: /^7$/ }).waitFor();
    await workbench.screenshot('review-badge');
  });

  /** Does one card as it asks to be done, up to the rating; resolves with what it was. */
  const answerCard = async () => {
    const article = page.locator('article.card');
    const about = (await article.textContent()) ?? '';
    const kind = /Which number is even/.test(about)
      ? 'one'
      : /What does this print/.test(about)
        ? 'prints'
        : /Which keyword/.test(about)
          ? 'word'
          : /Complete/.test(about)
            ? 'write'
            : 'question';
    if (kind === 'one') {
      const option = page.locator('label').filter({ hasText: 'four' });
      await press(/\d/.exec((await option.textContent()) ?? '')?.[0] ?? '');
      await press('Enter');
      await page.getByText('Two times two.').waitFor();
    } else if (kind === 'prints') {
      await type('nothing');
      await press('Control+Enter');
      await page.getByText('Not correct').first().waitFor();
    } else if (kind === 'word') {
      await type('def');
      await press('Enter');
      await page.getByRole('heading', { name: 'Correct' }).waitFor();
    } else await press('Space');
    await ratings().waitFor();
    return kind;
  };

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

  it('takes answers to items, grades them in the host, and lets the learner rate', async () => {
    const met = new Set();
    for (let left = 6; left > 2; left--) {
      await place(`${7 - left} done, ${left} left`);
      const kind = await answerCard();
      met.add(kind);
      if (kind !== 'question') await workbench.screenshot(`review-item-${kind}`);
      // Enter takes what the answer speaks for.
      await press(kind === 'prints' ? 'Enter' : '3');
    }
    await place('5 done, 2 left');
    const events = eventsOf(workbench);
    for (const [item, score] of [
      ['one', 1],
      ['prints', 0],
      ['word', 1],
    ]) {
      if (!met.has(item)) continue;
      const at = events.findLastIndex((event) => event.kind === 'answered' && event.item === item);
      assert.equal(events[at].score, score);
      assert.deepEqual(events[at + 1], {
        kind: 'rated',
        card: `item/kinds/${item}`,
        rating: score === 1 ? 3 : 1,
      });
    }
    assert.ok(met.size >= 3, [...met].join());
  });

  it('buries and suspends, and tells at the end when the next card is due', async () => {
    if (await page.getByRole('textbox').count())
      await page.locator('article.card h2').first().click();
    await press('b');
    await place('5 done, 1 left');
    assert.equal(lastEvent().kind, 'buried');
    if (await page.getByRole('textbox').count())
      await page.locator('article.card h2').first().click();
    await press('s');
    await page.getByRole('heading', { name: 'Done for now' }).waitFor();
    assert.equal(lastEvent().kind, 'suspended');
    await page.getByText('5 cards rated, 80 % remembered.').waitFor();
    await page.getByText(/The next review is due in \d+ min\./).waitFor();
    await page.getByRole('button', { name: 'Ask 1 Forgotten Card Now' }).waitFor();
    await workbench.screenshot('review-end');
    await badgeOf(workbench).waitFor({ state: 'hidden' });
  });
});

describe('a review with nothing due', () => {
  let workbench;

  after(() => workbench?.close());

  it('says when the next card is due', async () => {
    workbench = await open({ history: [[0, read('gil')]] });
    const page = await startReview(workbench);
    await page.getByRole('heading', { name: 'Nothing is due' }).waitFor();
    await page.getByText(/The next review is due in (?:1 day|\d+ (?:min|hours))\./).waitFor();
    await workbench.screenshot('review-nothing');
  });
});

describe('the daily reminder of reviews', () => {
  let workbench;

  after(() => workbench?.close());

  it('leads to the review, once a day', async () => {
    workbench = await open({
      settings: { 'interviewLab.packs': [trials], 'interviewLab.review.dailyReminder': true },
    });
    const toast = workbench.page.locator('.notification-toast', {
      hasText: '7 cards are due for review.',
    });
    await toast.getByRole('button', { name: 'Start Review' }).click();
    const page = await workbench.webview('Review');
    await page.getByText('0 done, 7 left', { exact: true }).waitFor();
    await workbench.reload();
    await (await workbench.webview('Review')).getByText('0 done, 7 left').waitFor();
    await badgeOf(workbench).waitFor();
    assert.equal(await toast.count(), 0);
  });
});

for (const theme of ['light', 'dark', 'highContrast']) {
  describe(`the review page in ${theme}`, () => {
    let workbench;

    before(async () => {
      workbench = await open({ theme, viewport: { width: 1000, height: 800 } });
    });

    after(() => workbench?.close());

    it('has nothing that axe-core would object to, on each of its screens', async () => {
      const page = await startReview(workbench);
      const check = async (name) => {
        await workbench.screenshot(`review-${theme}-${name}`);
        assert.deepEqual(await workbench.accessibilityViolations(page), [], name);
      };
      const { keyboard } = workbench.page;
      const ratings = page.getByRole('group', { name: 'How well did you know it?' });
      for (let done = 0; done < 7; done++) {
        await page.getByText(`${done} done, ${7 - done} left`, { exact: true }).waitFor();
        if (done < 3) await check(`card-${done}`);
        await page.getByRole('button', { name: 'Show Answer' }).focus();
        await keyboard.press('Enter');
        await ratings.waitFor();
        if (done < 3) await check(`answer-${done}`);
        await keyboard.press(done === 1 ? '2' : '3');
      }
      await page.getByRole('heading', { name: 'Done for now' }).waitFor();
      await check('end');
    });
  });
}
