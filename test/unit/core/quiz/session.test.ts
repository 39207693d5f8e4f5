import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import type { QuizItem } from '../../../../src/core/pack/pack.js';
import * as machine from '../../../../src/core/quiz/session.js';
import type { QuizSession } from '../../../../src/core/quiz/session.js';
import { sessionSchema } from '../../../../src/core/quiz/sessionSchema.js';
import { permutation } from '../../../../src/core/quiz/shuffle.js';
import { multiple, output, single } from './items.js';

const items = [single, multiple, output];
const start = (mode: QuizSession['mode'] = 'practice', limit?: number): QuizSession =>
  machine.startSession({
    id: 'check',
    title: 'Check',
    mode,
    seed: 7,
    shuffleItems: false,
    now: 1000,
    items: items.map((item) => ({ quiz: 'check', item })),
    ...(limit === undefined ? {} : { limit }),
  });
const answer = (session: QuizSession, item: QuizItem, option: number): QuizSession =>
  machine.submit(session, item, {
    key: `check/${item.id}`,
    answer: { kind: 'choice', options: [option] },
    now: 2000,
  });
const finder = (known: readonly QuizItem[]) => (entry: { readonly item: string }) =>
  known.find(({ id }) => id === entry.item);

describe('a quiz session', () => {
  it('goes on only after an answer while practising, and takes one answer an item', () => {
    const session = start();
    assert.equal(machine.next(session, 1500).at, 0);
    const answered = answer(session, single, 1);
    assert.throws(() => answer(answered, single, 2), /answered already/);
    assert.equal(machine.next(answered, 1500).at, 1);
  });

  it('lets an answer be changed in an exam', () => {
    const session = answer(answer(start('exam'), single, 0), single, 1);
    assert.equal(session.entries[0]?.grade?.score, 1);
    assert.equal(machine.goTo(session, 2).at, 2);
  });

  it('goes forward while practising only past what was answered, back to anything, and nowhere beyond', () => {
    const session = start();
    const at = (one: QuizSession, to: number): number => machine.goTo(one, to).at;
    assert.deepEqual([at(session, 1), at(session, 2)], [0, 0]);
    const answered = machine.next(answer(session, single, 1), 1500);
    assert.deepEqual([at(answered, 0), at(answered, 1), at(answered, 2)], [0, 1, 1]);
    const exam = start('exam');
    assert.deepEqual([at(exam, -1), at(exam, 3), at(exam, 2)], [0, 0, 2]);
    assert.equal(at(machine.finish(exam, 1500), 2), 0);
    const last = machine.goTo(answer(exam, single, 1), 2);
    const entries = last.entries.map((entry) => ({
      ...entry,
      given: { kind: 'skipped' as const },
    }));
    assert.ok(!machine.next({ ...last, entries }, 1500).finished, 'an exam is handed in');
  });

  it('ends while practising after the last answer, when all are given', () => {
    const skip = (session: QuizSession, item: QuizItem): QuizSession =>
      machine.submit(session, item, {
        key: `check/${item.id}`,
        answer: { kind: 'skipped' },
        now: 3000,
      });
    let session = start();
    for (const item of items) session = machine.next(skip(session, item), 4000);
    assert.ok(session.finished);
    assert.deepEqual([session.finishedAt, session.spent], [4000, 3000]);
    assert.equal(machine.finish(session, 9000), session, 'once');
    const empty = machine.startSession({
      ...{ id: 'e', title: 'E', mode: 'exam', items: [], seed: 1, shuffleItems: false, now: 1 },
    });
    assert.ok(empty.finished);
  });

  it('takes another answer while practising to what could not be checked', () => {
    const unchecked = machine.submit(start(), single, {
      ...{ key: 'check/single', answer: { kind: 'choice', options: [1] }, now: 2000 },
    });
    const entries = unchecked.entries.map((entry) =>
      entry.grade ? { ...entry, grade: { ...entry.grade, unchecked: 'No Python.' } } : entry,
    );
    assert.equal(answer({ ...unchecked, entries }, single, 0).entries[0]?.grade?.score, 0);
  });

  it('keeps how sure one was with the answer, and when it was given', () => {
    const sure = { answer: { kind: 'choice', options: [1] }, confidence: 'certain' } as const;
    const [entry] = machine.submit(start(), single, {
      ...{ key: 'check/single', ...sure, now: 2000 },
    }).entries;
    assert.deepEqual([entry?.given, entry?.confidence], [sure.answer, sure.confidence]);
    assert.equal(entry?.answeredAt, 2000);
    assert.ok(!('confidence' in (answer(start(), single, 1).entries[0] ?? {})));
  });

  it('marks the item that is asked, and no other', () => {
    const flagged = machine.flag(machine.goTo(start('exam'), 1), true);
    assert.deepEqual(
      flagged.entries.map((entry) => entry.flagged),
      [false, true, false],
    );
    assert.ok(answer(machine.goTo(flagged, 1), multiple, 0).entries[1]?.flagged);
    assert.equal(machine.flag(flagged, false).entries[1]?.flagged, false);
  });

  it('is asked in the order of the author, or by its seed in another', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...{ quiz: 'q', item: { ...single, id: `i${at}` } },
    }));
    const order = (shuffleItems: boolean, seed: number): string =>
      machine
        .startSession({
          id: 'q',
          title: 'Q',
          mode: 'exam',
          items: many,
          seed,
          shuffleItems,
          now: 1,
        })
        .entries.map(({ item }) => item)
        .join(' ');
    const own = many.map(({ item }) => item.id).join(' ');
    assert.equal(order(false, 1), own);
    assert.notEqual(order(true, 1), own);
    assert.notEqual(order(true, 1), order(true, 2));
    assert.equal(order(true, 1), order(true, 1));
  });

  it('says that an item is not in it', () => {
    assert.equal(machine.entryOf(start(), 'check/output').item, 'output');
    assert.throws(() => machine.entryOf(start(), 'other/output'), /no such item/);
  });

  it('refuses an answer to another item, when paused and when finished', () => {
    assert.throws(() => answer(start(), multiple, 1), /not the item/);
    assert.throws(() => answer(machine.pause(start('exam'), 1500), single, 1), /paused/);
    assert.throws(() => answer(machine.finish(start(), 1500), single, 1), /finished/);
  });

  it('stops the clock while paused', () => {
    const paused = machine.pause(start('exam', 10_000), 4000);
    assert.equal(machine.remaining(paused, 999_000), 7000);
    assert.equal(machine.remaining(machine.resume(paused, 20_000), 21_000), 6000);
  });

  it('does not count the time that the window was closed', () => {
    const left = answer(start('exam', 10_000), single, 1);
    assert.equal(machine.remaining(machine.reopen(left, 900_000), 900_500), 8500);
  });

  it('has no time left below none, no limit unless one is set, and is not taken up again when finished', () => {
    const session = start('exam', 10_000);
    assert.equal(machine.remaining(session, 99_000), 0);
    assert.equal(machine.remaining(session, 500), 10_000, 'a clock that was put back');
    assert.equal(machine.remaining(start('exam'), 99_000), undefined);
    const finished = machine.finish(session, 4000);
    assert.equal(machine.remaining(machine.resume(finished, 5000), 9000), 7000);
    assert.equal(machine.remaining(machine.reopen(finished, 5000), 9000), 7000);
    assert.equal(machine.remaining(machine.resume(session, 6000), 9000), 2000, 'goes on already');
    const paused = machine.pause(session, 4000);
    assert.equal(machine.remaining(machine.reopen(paused, 8000), 9000), 7000);
  });

  it('comes back from storage as it was', () => {
    const session = answer(start('exam', 5000), single, 1);
    assert.deepEqual(v.parse(sessionSchema, JSON.parse(JSON.stringify(session))), session);
  });

  it('is not decoded from damaged storage', () => {
    const session = start();
    for (const damaged of [
      null,
      {},
      { ...session, version: 2 },
      { ...session, at: 9 },
      { ...session, entries: [{}] },
    ]) {
      assert.equal(v.safeParse(sessionSchema, damaged).success, false);
    }
  });

  it('asks a changed item again and leaves a vanished one out, with a note for each', () => {
    const session = machine.next(answer(start(), single, 1), 2500);
    const changed: QuizItem = { ...single, prompt: 'Which, then?' };
    const fitted = machine.reconcile(session, finder([changed, multiple]));
    assert.deepEqual(
      fitted.entries.map(({ item }) => item),
      ['single', 'multiple'],
    );
    assert.equal(fitted.entries[0]?.given, undefined);
    assert.equal(fitted.at, 0);
    assert.match(fitted.notes.join(' '), /“single” has changed.*“output” is no longer/);
    assert.deepEqual(machine.reconcile(session, finder(items)), session);

    const again = machine.reconcile(answer(fitted, changed, 1), finder([single, multiple]));
    assert.equal(again.entries[0]?.given, undefined);
    assert.deepEqual(again.notes, fitted.notes, 'the same note twice');
  });

  it('stays where it was when only something after that has changed, and ends when all is gone', () => {
    const changed: QuizItem = { ...output, prompt: 'What, then?' };
    const session = machine.next(answer(start(), single, 1), 2500);
    const fitted = machine.reconcile(session, finder([single, multiple, changed]));
    assert.deepEqual(
      [fitted.at, fitted.notes],
      [1, []],
      'it was not answered yet: nothing to tell',
    );
    const back = answer(machine.goTo(answer(start('exam'), single, 1), 1), multiple, 0);
    const exam = machine.reconcile(back, finder([single, multiple, changed]));
    assert.equal(exam.entries[exam.at]?.item, 'multiple', 'looked at again after it was answered');
    const without = machine.reconcile(session, finder([single, output]));
    assert.equal(without.entries[without.at]?.item, 'output');
    assert.ok(!without.finished);
    const many = machine.startSession({
      ...{ id: 'm', title: 'M', mode: 'exam', seed: 1, shuffleItems: false, now: 1 },
      items: Array.from({ length: 25 }, (_, at) => ({
        ...{ quiz: 'm', item: { ...single, id: `i${at}` } },
      })),
    });
    const { notes } = machine.reconcile(many, finder([]));
    assert.deepEqual([notes.length, /“i(\d+)”/.exec(notes[0] ?? '')?.[1]], [20, '5']);
    const gone = machine.reconcile(session, finder([]));
    assert.ok(gone.finished);
    assert.equal(gone.notes.length, 3);
    const finished = machine.finish(session, 3000);
    assert.equal(machine.reconcile(finished, finder([])), finished);
  });

  it('shuffles by its seed: every place once, and the same again', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer(), fc.string(), (count, seed, key) => {
        const order = permutation(count, seed, key);
        assert.deepEqual(
          [...order].sort((a, b) => a - b),
          Array.from({ length: count }, (_, at) => at),
        );
        assert.deepEqual(permutation(count, seed, key), order);
      }),
    );
    assert.notDeepEqual(permutation(9, 1, 'a'), permutation(9, 2, 'a'));
  });
});
