import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Rating } from '../../../src/core/progress/event.js';
import type { JournalEntry } from '../../../src/core/progress/journal.js';
import { openingOf } from '../../../src/app/review/cardContent.js';
import { reviewSchemas } from '../../../src/protocol/review.js';
import type { CardModel, EndModel, ReviewModel } from '../../../src/protocol/review.js';
import { all, single, text } from '../core/quiz/items.js';
import { entry, noon, rated, read } from '../core/review/cards.js';
import { ExerciseSessions } from '../../../src/app/exercise/exerciseSessions.js';
import { memoryJournal } from '../app/memoryJournal.js';
import { learner } from '../app/review/learner.js';
import { fuzz } from './fuzzing.js';

const answeredBefore = (item: string, day: number): JournalEntry =>
  entry(noon(day), { kind: 'answered', quiz: 'quiz', item, question: 'import-system', score: 1 });

/** Two questions known once, one new, and each kind of item answered once. */
const lived = [
  read(noon(80), 'gil'),
  read(noon(80), 'mro'),
  ...all.map(({ id }, at) => answeredBefore(id, 81 + at)),
  rated(noon(90), 'question/gil', 3),
  rated(noon(91), 'question/mro', 3),
  read(noon(95), 'import-system'),
];

const asCard = (model: ReviewModel): CardModel => {
  assert.ok(model.screen === 'card', 'there is a card to ask');
  return model;
};
const asEnd = (model: ReviewModel): EndModel => {
  assert.ok(model.screen === 'end', 'the review is at its end');
  return model;
};

describe('taking a review', () => {
  it('tells nothing of an answer before it is shown, of every kind of card', async () => {
    const { controller } = await learner(lived);
    for (let model = await controller.model(); model.screen === 'card';) {
      assert.doesNotMatch(JSON.stringify(model), /SECRET|"correct"|"why|interval/);
      const shown = asCard(await controller.reveal(model.step));
      assert.match(JSON.stringify(shown), /SECRET|"correct":true|return 2/);
      assert.equal(shown.ratings?.length, 4);
      assert.doesNotMatch(JSON.stringify(shown), /DETAILS/);
      model = await controller.rate(model.step, 3);
    }
    assert.equal(asEnd(await controller.model()).done, 10);
  });

  it('asks each due card once, and ends with a summary and the next due time', async () => {
    const { controller, recorded } = await learner(lived);
    let model = asCard(await controller.model());
    const all10 = model.left;
    assert.equal(all10, 10);
    for (let done = 0; done < all10; done++) {
      assert.deepEqual([model.done, model.left], [done, all10 - done]);
      await controller.reveal(model.step);
      const next = await controller.rate(model.step, ((done % 4) + 1) as Rating);
      if (done + 1 < all10) model = asCard(next);
    }
    const end = asEnd(await controller.model());
    assert.deepEqual(end.tally, [3, 3, 2, 2]);
    assert.equal(end.soon, 3);
    assert.match(end.nextDue, /^in \d+ ms$/);
    const cards = (await recorded()).flatMap((event) =>
      event.kind === 'rated' ? [event.card] : [],
    );
    assert.equal(new Set(cards).size, all10);
  });

  it('stores the rating before the next card is told, and stays when it cannot be stored', async () => {
    const { controller, log, recorded, again } = await learner(lived);
    const first = asCard(await controller.model());
    await controller.reveal(first.step);
    const append = log.append.bind(log);
    log.append = () => Promise.reject(new Error('The disk is full.'));
    await assert.rejects(controller.rate(first.step, 3), /disk is full/);
    assert.deepEqual(asCard(await controller.model()).title, first.title);
    assert.deepEqual(await recorded(), []);
    // The window is killed when the rating is stored, before the next card is.
    let writings = 0;
    log.append = (...args) => {
      writings += 1;
      return writings > 1 ? Promise.reject(new Error('Killed.')) : append(...args);
    };
    await assert.rejects(controller.rate(first.step, 3), /Killed/);
    log.append = append;
    const next = asCard(await (await again()).controller.model());
    assert.notEqual(next.title, first.title);
    assert.equal(next.done, 1);
    assert.equal((await recorded()).length, 1);
  });

  it('records the answer to an item before its verdict, and suggests what it speaks for', async () => {
    const { controller, recorded } = await learner([answeredBefore('single', 90)]);
    const model = asCard(await controller.model());
    assert.ok(model.asked?.kind === 'single');
    const right = model.asked.optionsHtml.findIndex((html) => html.includes('b'));
    const told = asCard(await controller.answer(model.step, { kind: 'choice', options: [right] }));
    assert.deepEqual((await recorded()).at(-1), {
      kind: 'answered',
      quiz: 'quiz',
      item: 'single',
      question: single.question,
      score: 1,
    });
    assert.equal(told.verdict?.verdict, 'correct');
    assert.deepEqual(
      told.ratings?.map(({ suggested }) => suggested),
      [false, false, true, false],
    );
    await assert.rejects(
      controller.answer(model.step, { kind: 'choice', options: [0] }),
      /already/,
    );
  });

  it('steps through the program whose output was asked, once the answer is shown', async () => {
    const { controller } = await learner([answeredBefore('output', 90)]);
    const { step } = asCard(await controller.model());
    await assert.rejects(controller.stepped(step), /Show the answer first/);
    await controller.answer(step, { kind: 'text', text: 'nonsense' });
    assert.equal((await controller.stepped(step)).code, 'print(f())');
    await assert.rejects(controller.stepped(step + 1), /Show the answer first/);
  });

  it('promises after an answer what the rating then does', async () => {
    for (const rating of [2, 3, 4] as const) {
      const { controller, book, clock } = await learner([answeredBefore('text', 90)]);
      const { step } = asCard(await controller.model());
      const told = asCard(await controller.answer(step, { kind: 'text', text: 'nonsense' }));
      assert.equal(told.ratings?.[0]?.suggested, true);
      await controller.rate(step, rating);
      const card = book.card('item/quiz/text');
      assert.ok(card);
      const days = book.days.dayOf(book.schedule.dueAt(card) ?? 0) - book.days.dayOf(clock.now);
      assert.equal(told.ratings[rating - 1]?.interval, `${days} d`);
    }
  });

  it('refuses to rate what was not shown, and a second rating for the card before', async () => {
    const { controller, recorded } = await learner(lived);
    const { step } = asCard(await controller.model());
    await assert.rejects(controller.rate(step, 3), /Show the answer first/);
    await controller.reveal(step);
    const [, second] = await Promise.allSettled([
      controller.rate(step, 3),
      controller.rate(step, 3),
    ]);
    assert.equal(second.status, 'rejected');
    assert.equal((await recorded()).length, 1);
  });

  it('undoes ratings, burials and suspensions one by one, back to the first', async () => {
    const { controller, book } = await learner(lived);
    const first = asCard(await controller.model());
    assert.equal(first.canUndo, false);
    await assert.rejects(controller.undo(), /nothing to undo/);
    await controller.reveal(first.step);
    const second = asCard(await controller.rate(first.step, 1));
    const third = asCard(await controller.bury(second.step));
    const fourth = asCard(await controller.suspend(third.step));
    assert.deepEqual([fourth.done, fourth.left], [1, 7]);
    for (const title of [third.title, second.title]) {
      const model = asCard(await controller.undo());
      assert.equal(model.title, title);
    }
    const back = asCard(await controller.undo());
    assert.deepEqual([back.title, back.done, back.left], [first.title, 0, 10]);
    assert.ok(back.ratings, 'the answer is still shown');
    assert.equal(asCard(await controller.rate(back.step, 4)).title, second.title);
    for (const card of book.schedule.due(noon(101)).map((due) => due.card))
      assert.deepEqual([card.suspended, card.buriedUntil], [false, 0]);
  });

  it('comes back after a reload with the same card, its answer shown, and with undo', async () => {
    const { controller, again } = await learner(lived);
    const first = asCard(await controller.model());
    await controller.reveal(first.step);
    const second = asCard(await controller.rate(first.step, 3));
    const shown = await controller.reveal(second.step);
    const reloaded = (await again()).controller;
    assert.deepEqual(await reloaded.model(), shown);
    assert.equal(asCard(await reloaded.undo()).title, first.title);
  });

  it('is one in two windows: a card is rated once, and the other window goes on with it', async () => {
    const { controller: one, again, recorded } = await learner(lived);
    const { controller: other } = await again();
    const first = asCard(await one.model());
    assert.deepEqual(await other.model(), first);
    assert.equal(await other.lookAgain(), undefined);
    await one.reveal(first.step);
    await other.reveal(first.step);
    const [here, there] = await Promise.all([one.rate(first.step, 3), other.rate(first.step, 1)]);
    assert.equal((await recorded()).length, 1);
    assert.deepEqual([asCard(here).done, asCard(there).done], [1, 1]);
    const second = asCard(await one.model());
    await one.reveal(second.step);
    await one.rate(second.step, 3);
    // What was pressed for a card that is gone only shows the one that is asked.
    const shown = asCard(await other.rate(second.step, 1));
    assert.deepEqual(shown, asCard(await one.model()));
    assert.equal((await recorded()).length, 2);
    await one.undo();
    assert.equal(asCard((await other.lookAgain()) ?? assert.fail()).title, second.title);
  });

  it('asks a forgotten card again in ten minutes, or at once when nothing else is left', async () => {
    const { controller, clock } = await learner([answeredBefore('text', 90)]);
    const { step } = asCard(await controller.model());
    await controller.reveal(step);
    assert.equal(asEnd(await controller.rate(step, 1)).soon, 1);
    const soon = asCard(await controller.askSoon());
    assert.deepEqual(soon.about.at(-1), 'relearn');
    clock.now += 1000;
    await controller.reveal(soon.step);
    asEnd(await controller.rate(soon.step, 1));
    clock.now += 11 * 60_000;
    asCard(await controller.model());
  });

  it('leaves out an item that its quiz no longer has', async () => {
    const { controller } = await learner(lived, { items: [text] });
    const titles: string[] = [];
    for (let model = await controller.model(); model.screen === 'card';) {
      titles.push(model.asked?.kind ?? 'question');
      await controller.reveal(model.step);
      model = await controller.rate(model.step, 3);
    }
    assert.deepEqual(titles.sort(), ['question', 'question', 'question', 'text']);
  });

  it('keeps to the limits of the day, and says that more waits', async () => {
    const { controller } = await learner(lived, { terms: { reviewsPerDay: 3, newPerDay: 0 } });
    const model = asCard(await controller.model());
    assert.equal(model.left, 3);
    assert.deepEqual(model.notes, ['7 wait']);
  });

  describe('with an exercise', () => {
    const solved = (day: number, facts = {}): JournalEntry =>
      entry(noon(day), {
        kind: 'attempted',
        exercise: 'total',
        passed: true,
        looked: false,
        hints: 0,
        failed: 1,
        ...facts,
      });

    it('shows the task, and what the ways cost only when that is asked for', async () => {
      const { controller, recorded, book } = await learner([solved(80)]);
      const model = asCard(await controller.model());
      assert.equal(model.title, 'Total');
      assert.match(model.exercise?.taskHtml ?? '', /<strong>them<\/strong>/);
      assert.doesNotMatch(JSON.stringify(model), /O\(n\)|secret/);
      assert.equal(controller.exerciseAt(model.step), 'total');
      const shown = asCard(await controller.reveal(model.step));
      assert.deepEqual(shown.exercise?.approaches, [
        { titleHtml: 'A', timeHtml: 'O(n)', memoryHtml: 'O(1)', whenHtml: 'Now.' },
      ]);
      asEnd(await controller.rate(model.step, 3));
      assert.deepEqual(await recorded(), [{ kind: 'rated', card: 'exercise/total', rating: 3 }]);
      assert.ok((book.dueDay('exercise/total') ?? 0) > book.today);
      const again = asCard(await controller.undo());
      assert.equal(again.title, 'Total');
    });

    it('goes on when it was written again on its own page, and counts what that came to', async () => {
      const { controller, log, clock } = await learner([solved(80), read(noon(80), 'gil')]);
      const first = asCard(await controller.model());
      const model = first.exercise ? first : asCard(await controller.bury(first.step));
      assert.ok(model.exercise, 'the exercise is asked');
      assert.equal(await controller.lookAgain(), undefined);
      const elsewhere = memoryJournal(log, () => clock.now);
      const attempt = await new ExerciseSessions(elsewhere, () => clock.now).again('total');
      await attempt.change({ kind: 'hinted', hints: 1 });
      await attempt.change({ kind: 'checked', passed: false });
      assert.equal(await controller.lookAgain(), undefined, 'it is not solved yet');
      await attempt.change({ kind: 'checked', passed: true });
      const next = await controller.lookAgain();
      assert.ok(next && !('exercise' in next && next.exercise), 'the next card is asked');
      assert.equal(next.done, 1);
      assert.throws(() => controller.exerciseAt(model.step), /no longer/);
    });

    it('comes again on another day when its solutions had to be seen', async () => {
      const { controller, book } = await learner([solved(100, { passed: false, looked: true })]);
      assert.equal(asEnd(await controller.model()).soon, 0);
      assert.equal(book.dueDay('exercise/total'), book.today + 1);
    });
  });

  it('10,000 fuzzed messages neither crash the host nor rate a card', async function () {
    this.timeout(60_000);
    const { controller, recorded } = await learner(lived);
    const { step } = asCard(await controller.model());
    // Never the step that is shown: that would be a message like any other.
    const wrongStep = fc.oneof(
      fc.integer().filter((number) => number !== step),
      fc.double(),
      fc.string(),
    );
    await fuzz(
      {
        schemas: reviewSchemas,
        handlers: {
          ready: () => controller.model(),
          reveal: ({ step: at }) => controller.reveal(at),
          answer: ({ step: at, answer }) => controller.answer(at, answer),
          rate: ({ step: at, rating }) => controller.rate(at, rating),
          writeAgain: ({ step: at }) => {
            controller.exerciseAt(at);
            return Promise.resolve();
          },
          bury: ({ step: at }) => controller.bury(at),
          suspend: ({ step: at }) => controller.suspend(at),
          undo: () => controller.undo(),
          askSoon: () => controller.askSoon(),
          stepThrough: async ({ step: at }) => {
            await controller.stepped(at);
          },
          colors: ({ key }) => ({ css: '', blocks: controller.code(key).map(({ code }) => code) }),
          openQuestion: () => Promise.resolve(),
        },
      },
      [
        fc.constant({}),
        fc.record({ step: wrongStep }),
        fc.record({ step: wrongStep, rating: fc.oneof(fc.integer(), fc.anything()) }),
        fc.record({ step: fc.constant(step), rating: fc.integer({ min: 5 }) }),
        fc.record({ step: fc.constant(step), answer: fc.anything() }),
        fc.record({ key: fc.string() }),
      ],
      () => controller.model(),
    );
    assert.deepEqual(await recorded(), []);
  });
});

describe('the opening answer', () => {
  it('is what stands before the first heading, or else under it', () => {
    assert.equal(openingOf('\nOne.\n\nTwo.\n\n## Why\n\nMore.'), 'One.\n\nTwo.');
    assert.equal(openingOf('## Why\n\nOne.\n\n## How\n\nMore.'), 'One.');
    assert.equal(
      openingOf('```python\n# no heading\n```\n\n## Why'),
      '```python\n# no heading\n```',
    );
    assert.equal(openingOf(''), '');
  });
});
