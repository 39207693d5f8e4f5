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
