import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId } from '../../../../src/core/progress/event.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import type { CardState } from '../../../../src/core/review/cardState.js';
import { reviewDays } from '../../../../src/core/review/days.js';
import { Schedule, isLeech } from '../../../../src/core/review/schedule.js';
import { answered, entry, foldOf, newFold, noon, rated, read, utc } from './cards.js';

const gil: CardId = 'question/gil';

function stateOf(all: readonly JournalEntry[], id: CardId = gil): CardState {
  const state = foldOf(all).card(id)?.state;
  assert.ok(state);
  return state;
}

/** What matters of a state. */
function memoryOf(all: readonly JournalEntry[], id: CardId = gil): unknown {
  const { memory, rating, lapses, day } = stateOf(all, id);
  return { memory, rating, lapses, day };
}

describe('the cards that follow from the journal', () => {
  it('make a card of a question when it is read, and of an item when it is answered', () => {
    const fold = foldOf([
      entry(noon(0), { kind: 'opened', question: 'mro' }),
      read(noon(0), 'gil'),
    ]);
    assert.deepEqual(
      [...fold.cards()].map(({ id, state }) => [id, state]),
      [[gil, undefined]],
    );
    fold.apply(answered(noon(1), 'a', 1));
    assert.equal(fold.card('item/quiz/a')?.state?.rating, 3);
    assert.equal(fold.card('item/quiz/a')?.question, 'gil');
  });

  it('take nothing of an answer or a prediction that came before the question was read', () => {
    const predicted = (snippet: string) =>
      entry(noon(0), { kind: 'predicted', question: 'gil', snippet, right: false });
    for (const before of [
      [predicted('race'), predicted('lock')],
      [answered(noon(0), 'a', 0), answered(noon(0), 'b', 0)],
    ]) {
      assert.ok(stateOf([read(noon(0), 'gil'), ...before]), 'they count once it is read');
      assert.equal(foldOf([...before, read(noon(1), 'gil')]).card(gil)?.state, undefined);
    }
  });

  it('make a card of an exercise by what a go at it came to', () => {
    const facts = { kind: 'attempted', exercise: 'lru-cache', looked: false, hints: 0 } as const;
    const go = (day: number, more: object) =>
      entry(noon(day), { ...facts, passed: true, failed: 0, ...more });
    const rating = (...all: readonly JournalEntry[]) => stateOf(all, 'exercise/lru-cache').rating;
    assert.equal(rating(go(0, {})), 4);
    assert.equal(rating(go(0, { hints: 2 })), 2);
    const looked = go(0, { passed: false, looked: true });
    assert.equal(rating(looked), 1);
    const known = foldOf([go(0, {}), go(9, {})]);
    const helped = foldOf([go(0, {}), go(9, { hints: 3 })]);
    const due = (fold: typeof known): number => {
      const card = fold.card('exercise/lru-cache');
      assert.ok(card);
      return new Schedule(fold, 0.9).dueAt(card) ?? 0;
    };
    assert.ok(due(known) > due(helped), 'help brings it back sooner');
    // To write down what was just seen is no review.
    const written = [looked, go(0, { looked: true })];
    assert.deepEqual(
      memoryOf(written, 'exercise/lru-cache'),
      memoryOf([looked], 'exercise/lru-cache'),
    );
    assert.equal(due(foldOf(written)), utc.startOf(utc.dayOf(noon(1))));
  });

  it('forget a question that was marked unread again, unless it was rated', () => {
    const unread = entry(noon(1), { kind: 'unread', question: 'gil' });
    assert.equal(foldOf([read(noon(0), 'gil'), unread]).card(gil), undefined);
    assert.ok(foldOf([read(noon(0), 'gil'), rated(noon(1), gil, 3), unread]).card(gil));
  });

  it('rate an item by its answer: wrong, in part, guessed, right, and certain twice', () => {
    const ratings = (...answers: Parameters<typeof answered>[]): number =>
      stateOf(
        answers.map((each) => answered(...each)),
        'item/quiz/a',
      ).rating;
    assert.equal(ratings([noon(0), 'a', 0, 'certain']), 1);
    assert.equal(ratings([noon(0), 'a', 0.4]), 1);
    assert.equal(ratings([noon(0), 'a', 0.5]), 2);
    assert.equal(ratings([noon(0), 'a', 1, 'guess']), 2);
    assert.equal(ratings([noon(0), 'a', 1, 'think']), 3);
    assert.equal(ratings([noon(0), 'a', 1, 'certain']), 3);
    assert.equal(ratings([noon(0), 'a', 1], [noon(3), 'a', 1, 'certain']), 4);
  });

  it('count one answer a day: right ones after it prove nothing, wrong ones do', () => {
    const once = memoryOf([answered(noon(0), 'a', 1)], 'item/quiz/a');
    const often = [0, 1, 2, 3].map((minute) => answered(noon(0, minute), 'a', 1, 'certain'));
    assert.deepEqual(memoryOf(often, 'item/quiz/a'), once);
    const forgotten = stateOf([...often, answered(noon(0, 5), 'a', 0)], 'item/quiz/a');
    assert.deepEqual([forgotten.rating, forgotten.lapses], [1, 1]);
  });

  it('let the learner’s rating take the place of the answer right before it', () => {
    const before = [answered(noon(0), 'a', 1)];
    const corrected = [...before, answered(noon(4), 'a', 0), rated(noon(4, 1), 'item/quiz/a', 3)];
    const alone = [...before, rated(noon(4, 1), 'item/quiz/a', 3)];
    assert.deepEqual(memoryOf(corrected, 'item/quiz/a'), memoryOf(alone, 'item/quiz/a'));
  });

  it('take what was predicted of a snippet in a day as one item, right in part', () => {
    const known = [read(noon(0), 'gil'), rated(noon(1), gil, 3)];
    const predicted = (minute: number, right: boolean, snippet = 'steps'): JournalEntry =>
      entry(noon(4, minute), { kind: 'predicted', question: 'gil', snippet, right });
    const many = [0, 1, 2, 3].map((minute) => predicted(minute, false));
    assert.deepEqual(memoryOf([...known, ...many]), memoryOf(known), 'one corner says nothing');
    const two = [...known, ...many, predicted(5, true, 'other')];
    assert.deepEqual([stateOf(two).rating, stateOf(two).day], [2, 20_004]);
    const mixed = [...known, predicted(0, true), predicted(1, false), answered(noon(4, 2), 'a', 1)];
    assert.equal(stateOf(mixed).rating, 2, 'three quarters');
    const right = [...known, predicted(0, true), answered(noon(4, 2), 'a', 1)];
    assert.equal(stateOf(right).rating, 3);
    assert.equal(foldOf([predicted(0, true)]).card(gil), undefined, 'never read: no card');
  });

  it('rate a question by two items or more of a day, once, however many they are', () => {
    const known = [read(noon(0), 'gil'), rated(noon(1), gil, 3)];
    const before = memoryOf(known);
    assert.deepEqual(memoryOf([...known, answered(noon(4), 'a', 0)]), before);

    const two = [...known, answered(noon(4), 'a', 1), answered(noon(4, 1), 'b', 1)];
    assert.equal(stateOf(two).rating, 3);
    const ten = ['c', 'd', 'e', 'f', 'g', 'h'].map((item, at) =>
      answered(noon(4, 2 + at), item, 1),
    );
    assert.deepEqual(memoryOf([...two, ...ten]), memoryOf(two));

    const mixed = [...two, answered(noon(4, 3), 'c', 0)];
    assert.equal(stateOf(mixed).rating, 2);
    assert.deepEqual(
      stateOf([...mixed, answered(noon(4, 4), 'd', 0), answered(noon(4, 5), 'e', 0)]).lapses,
      1,
    );
  });

  it('rate a question good from 85 % of the day’s items on and hard from one half, a guess as half known', () => {
    const known = [read(noon(0), 'gil'), rated(noon(1), gil, 3)];
    const rating = (...scores: readonly number[]): number =>
      stateOf([...known, ...scores.map((score, at) => answered(noon(4, at), `i${at}`, score))])
        .rating;
    assert.deepEqual([rating(1, 0.7), rating(1, 0.69)], [3, 2]);
    assert.deepEqual([rating(1, 0), rating(0.9, 0)], [2, 1]);
    const guessed = [answered(noon(4), 'a', 1, 'guess'), answered(noon(4, 1), 'b', 1, 'guess')];
    assert.equal(stateOf([...known, ...guessed]).rating, 2);
  });

  it('believe failed items more than the learner’s own rating of that day, and passed ones not', () => {
    const known = [read(noon(0), 'gil'), rated(noon(1), gil, 3), rated(noon(4), gil, 3)];
    const answers = (score: number) =>
      ['a', 'b'].map((item, at) => answered(noon(4, at + 1), item, score));
    assert.deepEqual(memoryOf([...known, ...answers(1)]), memoryOf(known));
    const failed = stateOf([...known, ...answers(0)]);
    assert.deepEqual([failed.rating, failed.lapses], [1, 1]);
  });

  it('say nothing of a question that was never read', () => {
    const fold = foldOf([answered(noon(0), 'a', 1), answered(noon(0), 'b', 1)]);
    assert.equal(fold.card(gil), undefined);
    fold.apply(read(noon(1), 'gil'));
    assert.equal(fold.card(gil)?.state, undefined);
  });

  it('come out the same whether they are asked for in between or at the end (property)', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('read' as const), question: fc.constantFrom('gil', 'mro') }),
      fc.record({
        kind: fc.constant('rated' as const),
        card: fc.constantFrom<CardId>(gil, 'question/mro', 'item/quiz/a'),
        rating: fc.constantFrom(1, 2, 3, 4),
      }),
      fc.record({
        kind: fc.constant('answered' as const),
        quiz: fc.constant('quiz'),
        item: fc.constantFrom('a', 'b', 'c'),
        question: fc.constant('gil'),
        score: fc.constantFrom(0, 0.5, 1),
      }),
    );
    const history = fc.array(fc.record({ event, after: fc.nat(3_000) }), { maxLength: 40 });
    fc.assert(
      fc.property(history, (steps) => {
        let time = noon(0);
        const all = steps.map(({ event: each, after }) => {
          time += after * 60_000;
          return entry(time, each);
        });
        const asked = newFold();
        for (const each of all) {
          asked.apply(each);
          for (const { state } of asked.cards()) {
            if (!state) continue;
            assert.ok(state.memory.stability > 0 && state.memory.stability < 40_000);
            assert.ok(state.memory.difficulty >= 1 && state.memory.difficulty <= 10);
          }
        }
        assert.deepEqual([...asked.cards()], [...foldOf(all).cards()]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the schedule', () => {
  it('promises on each button what the rating then does', () => {
    const before = [read(noon(0), 'gil'), rated(noon(1), gil, 3), rated(noon(3), gil, 3)];
    const promised = new Schedule(foldOf(before), 0.9).scheduling(gil, noon(10));
    assert.deepEqual(
      promised.map(({ days }) => days === 0),
      [true, false, false, false],
    );
    for (const { rating, dueAt, days } of promised) {
      const fold = foldOf([...before, rated(noon(10), gil, rating)]);
      const card = fold.card(gil);
      assert.ok(card);
      assert.equal(new Schedule(fold, 0.9).dueAt(card), dueAt);
      if (days > 0)
        assert.equal(dueAt, Math.floor(noon(10 + days) / 86_400_000) * 86_400_000 + 4 * 3_600_000);
    }
    const intervals = promised.map(({ days }) => days);
    assert.deepEqual(
      intervals,
      [...intervals].sort((a, b) => a - b),
    );
  });

  it('asks when the chance of recall has come down to what is desired', () => {
    const fold = foldOf([0, 2, 9, 30].map((day) => rated(noon(day), gil, 3)));
    for (const retention of [0.7, 0.8, 0.9, 0.97]) {
      const schedule = new Schedule(fold, retention);
      const card = fold.card(gil);
      assert.ok(card);
      const recall = schedule.recall(card, (schedule.dueAt(card) ?? 0) + 8 * 3_600_000) ?? 0;
      assert.ok(Math.abs(recall - retention) < 0.01, `${retention}: ${recall}`);
    }
  });

  it('counts days from four in the morning of the learner’s own time zone', () => {
    const days = reviewDays(() => 330);
    const at = (hour: number): number => Date.UTC(2026, 5, 10, hour) - 330 * 60_000;
    assert.equal(days.dayOf(at(3)), days.dayOf(at(0)));
    assert.equal(days.dayOf(at(4)), days.dayOf(at(3)) + 1);
    assert.equal(days.startOf(days.dayOf(at(12))), at(4));
  });

  it('finds the beginning of a day when the clocks are changed', () => {
    const changes = [
      { at: Date.UTC(2026, 2, 29, 1), before: 60, after: 120, begins: Date.UTC(2026, 2, 29, 2) },
      { at: Date.UTC(2026, 2, 8, 7), before: -300, after: -240, begins: Date.UTC(2026, 2, 8, 8) },
    ]; // In Berlin and in New York.
    for (const { at, before, after, begins } of changes) {
      const days = reviewDays((time) => (time < at ? before : after));
      const day = days.dayOf(at);
      assert.equal(days.startOf(day + 1), begins);
      for (const each of [-1, 0, 1, 2])
        assert.equal(days.dayOf(days.startOf(day + each)), day + each);
    }
  });

  it('asks a question from the day after it was read, and a forgotten card again after ten minutes', () => {
    const fold = foldOf([read(noon(0), 'gil')]);
    const schedule = new Schedule(fold, 0.9);
    assert.equal(schedule.due(noon(0, 60)).length, 0);
    assert.equal(schedule.nextDueAt(noon(0, 60)), noon(1) - 8 * 3_600_000);
    assert.equal(schedule.due(noon(1))[0]?.kind, 'new');
    fold.apply(rated(noon(1), gil, 1));
    const [due] = schedule.due(noon(1, 1));
    assert.deepEqual([due?.kind, due?.dueAt], ['relearn', noon(1, 10)]);
  });

  it('asks what was forgotten on an earlier day as any other, and tells how long it has waited', () => {
    const fold = foldOf([rated(noon(1), gil, 1)]);
    const schedule = new Schedule(fold, 0.9);
    const [due] = schedule.due(noon(3));
    assert.deepEqual([due?.kind, due?.overdue], ['review', 2]);
    assert.equal(schedule.due(noon(1, 11))[0]?.overdue, 0);
    assert.ok((due?.recall ?? 1) < 1);
  });

  it('tells when the first of several cards comes due next, suspended ones aside', () => {
    const fold = foldOf([rated(noon(0), 'question/a', 4), rated(noon(0), 'question/b', 1)]);
    fold.apply(rated(noon(0, 1), 'question/c', 1));
    const schedule = new Schedule(fold, 0.9);
    assert.equal(schedule.nextDueAt(noon(0, 2)), noon(0, 10));
    assert.equal(schedule.nextDueAt(noon(0, 10)), noon(0, 11), 'later than the time itself');
    fold.apply(entry(noon(0, 3), { kind: 'suspended', card: 'question/b', suspended: true }));
    assert.equal(schedule.nextDueAt(noon(0, 3)), noon(0, 11));
    assert.equal(new Schedule(newFold(), 0.9).nextDueAt(noon(0)), undefined);
  });

  it('counts what was rated on a day: new questions, and reviews of whatever was known before', () => {
    const fold = foldOf([
      rated(noon(0), 'question/old', 3),
      answered(noon(0), 'a', 1),
      rated(noon(5), 'question/old', 3),
      rated(noon(5), 'question/new', 3),
      rated(noon(5), 'item/quiz/a', 3),
      rated(noon(5), 'item/quiz/b', 3),
      answered(noon(5), 'c', 1),
    ]);
    const schedule = new Schedule(fold, 0.9);
    assert.deepEqual(schedule.ratedOn(20_005), { fresh: 1, reviews: 2 });
    assert.deepEqual(schedule.ratedOn(20_004), { fresh: 0, reviews: 0 });
  });

  it('leaves out what is buried until its time, and what is suspended until it is not', () => {
    const fold = foldOf([read(noon(0), 'gil')]);
    const schedule = new Schedule(fold, 0.9);
    fold.apply(entry(noon(1), { kind: 'buried', card: gil, until: noon(2) }));
    assert.equal(schedule.due(noon(1, 1)).length, 0);
    assert.equal(schedule.due(noon(2)).length, 1);
    fold.apply(entry(noon(2), { kind: 'suspended', card: gil, suspended: true }));
    assert.equal(schedule.due(noon(3)).length, 0);
    assert.equal(
      schedule.forecast(noon(3), 30).reduce((sum, each) => sum + each),
      0,
    );
    fold.apply(entry(noon(3), { kind: 'suspended', card: gil, suspended: false }));
    assert.equal(schedule.due(noon(3)).length, 1);
  });

  it('forecasts a month, with what is overdue as today’s', () => {
    const all = [1, 2, 3, 4].map((rating) => rated(noon(0), `question/q${rating}`, rating as 1));
    const forecast = new Schedule(foldOf(all), 0.9).forecast(noon(3), 30);
    assert.equal(forecast.length, 30);
    assert.deepEqual(forecast.slice(0, 7), [3, 0, 0, 0, 0, 1, 0]);
  });

  it('calls a card a leech that was forgotten eight times', () => {
    const fold = newFold();
    for (let time = 0; time < 8; time += 1) {
      fold.apply(rated(noon(10 * time), gil, 3));
      const card = fold.card(gil);
      assert.equal(card && isLeech(card), false);
      fold.apply(rated(noon(10 * time + 5), gil, 1));
      fold.apply(rated(noon(10 * time + 5, 10), gil, 1)); // Forgotten twice in a day is one lapse.
    }
    const card = fold.card(gil);
    assert.ok(card && isLeech(card));
  });
});
