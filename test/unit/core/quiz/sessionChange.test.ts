import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import type { QuizItem } from '../../../../src/core/pack/pack.js';
import type { Answer } from '../../../../src/core/quiz/answer.js';
import * as machine from '../../../../src/core/quiz/session.js';
import type { QuizSession } from '../../../../src/core/quiz/session.js';
import {
  applyChange,
  changeSchema,
  changesBetween,
  partsOf,
} from '../../../../src/core/quiz/sessionChange.js';
import { all } from './items.js';

const start = (mode: QuizSession['mode']): QuizSession =>
  machine.startSession({
    id: 'check',
    title: 'Check',
    mode,
    seed: 5,
    shuffleItems: false,
    now: 100,
    limit: 9000,
    items: all.map((item) => ({ quiz: 'check', item })),
  });

const skipped: Answer = { kind: 'skipped' };
const answered = (session: QuizSession, at: number): QuizSession => {
  const item = all.find(({ id }) => id === session.entries[at]?.item);
  if (!item) return session;
  try {
    return machine.submit({ ...session, at }, item, {
      key: `check/${item.id}`,
      answer: skipped,
      confidence: 'guess',
      now: 300,
    });
  } catch {
    return session; // Not now: paused, finished, or answered.
  }
};

type Step = (session: QuizSession) => QuizSession;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(6).map(
    (at): Step =>
      (session) =>
        answered(session, at),
  ),
  fc.nat(6).map(
    (at): Step =>
      (session) =>
        machine.goTo(session, at),
  ),
  fc.boolean().map(
    (on): Step =>
      (session) =>
        session.entries.length ? machine.flag(session, on) : session,
  ),
  fc.nat(1000).map(
    (now): Step =>
      (session) =>
        machine.pause(session, now),
  ),
  fc.nat(1000).map(
    (now): Step =>
      (session) =>
        machine.resume(session, now),
  ),
  fc.constant<Step>((session) => machine.finish(session, 900)),
  fc.nat(5).map((gone): Step => (session) => {
    const known: readonly QuizItem[] = all.filter((_, at) => at !== gone);
    return machine.reconcile(session, ({ item }) => known.find(({ id }) => id === item));
  }),
  fc.nat(5).map(
    (other): Step =>
      (session) =>
        machine.reconcile(session, ({ item }) => {
          const found = all.find(({ id }) => id === item);
          return found && item === all[other]?.id ? { ...found, explanation: 'Other.' } : found;
        }),
  ),
);

const replay = (session: QuizSession, changes: readonly unknown[]): QuizSession =>
  changes.reduce<QuizSession>(
    (state, change) =>
      applyChange(state, v.parse(changeSchema, JSON.parse(JSON.stringify(change)))),
    session,
  );

describe('a session as changes', () => {
  it('is the same when its changes are replayed, through storage', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('practice' as const, 'exam' as const),
        fc.array(step, { maxLength: 20 }),
        (mode, steps) => {
          let current = start(mode);
          let replayed = current;
          for (const each of steps) {
            const next = each(current);
            replayed = replay(replayed, changesBetween(current, next));
            current = next;
          }
          assert.deepEqual(replayed, JSON.parse(JSON.stringify(current)));
        },
      ),
    );
  });

  it('is begun in parts when it is long', () => {
    const items = Array.from({ length: 1201 }, (_, at) => ({
      quiz: 'check',
      item: { ...(all[0] ?? assert.fail()), id: `item-${String(at)}` },
    }));
    const now = { id: 'check', title: 'Check', seed: 5, shuffleItems: true, now: 100 };
    const session = machine.startSession({ ...now, mode: 'practice', items });
    const { start: first, more } = partsOf(session);
    assert.equal(more.length, 2);
    assert.deepEqual(replay(first, more), session);
  });

  it('counts the first answer while practising and the last one in an exam', () => {
    for (const mode of ['practice', 'exam'] as const) {
      const fresh = start(mode);
      const first = answered(fresh, 0);
      const second = machine.submit(fresh, all[0] ?? assert.fail(), {
        key: 'check/single',
        answer: { kind: 'choice', options: [1] },
        now: 400,
      });
      const both = replay(first, changesBetween(fresh, second));
      assert.equal(both.entries[0]?.grade?.score, mode === 'practice' ? 0 : 1);
    }
  });

  it('takes an answer to another item from another window, and none after the end', () => {
    const fresh = start('practice');
    const here = answered(fresh, 0);
    const there = changesBetween(fresh, answered(fresh, 1));
    assert.deepEqual(
      replay(here, there).entries.map(({ given }) => given !== undefined),
      [true, true, false, false, false, false, false],
    );
    const ended = machine.finish(here, 500);
    assert.deepEqual(replay(ended, there.slice(0, 1)), ended);
  });

  it('takes no answer to what an item was before the pack changed it', () => {
    const fresh = start('practice');
    const renewed = machine.reconcile(fresh, ({ item }) => {
      const found = all.find(({ id }) => id === item);
      return found && item === 'single' ? { ...found, prompt: 'Which one?' } : found;
    });
    const late = changesBetween(fresh, answered(fresh, 0));
    assert.equal(replay(renewed, late).entries[0]?.given, undefined);
  });
});
