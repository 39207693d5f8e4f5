import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import * as machine from '../../../../src/core/interview/session.js';
import type { InterviewSession } from '../../../../src/core/interview/session.js';
import {
  applyInterviewChange,
  interviewChanges,
  interviewChangeSchema,
  partsOfInterview,
} from '../../../../src/core/interview/sessionChange.js';
import type { InterviewChange } from '../../../../src/core/interview/sessionChange.js';
import { interviewSchema } from '../../../../src/core/interview/sessionSchema.js';
import { scripts } from './scripts.js';

const start = (count = 2, followUps = 1, limit = 600_000): InterviewSession =>
  machine.startInterview({ id: 'one', scripts: scripts(count), limit, followUps, now: 1000 });

const stored = (session: InterviewSession): InterviewSession =>
  machine.reopen(v.parse(interviewSchema, JSON.parse(JSON.stringify(session))));

describe('an interview', () => {
  it('asks the question, then its follow-ups, then the next question, each after its model answer', () => {
    let session = start();
    const places: string[] = [];
    for (let now = 2000; !machine.isFinished(session); now += 1000) {
      places.push(machine.currentKey(session));
      const early = session;
      assert.throws(() => machine.next(early, now), /Show the model answer first/);
      session = machine.next(machine.showAnswer(session, now), now);
    }
    assert.deepEqual(places, ['0/0', '0/1', '1/0', '1/1']);
    assert.throws(() => machine.showAnswer(session, 9000), /finished/);
  });

  it('counts the time of answering, not of comparing, pausing or being closed', () => {
    let session = machine.showAnswer(start(), 11_000);
    assert.equal(machine.spentAt(session, 99_000), 10_000);
    session = machine.pause(machine.next(session, 100_000), 104_000);
    assert.equal(machine.spentAt(session, 200_000), 14_000);
    session = machine.settle(machine.resume(session, 300_000), 301_000);
    assert.equal(machine.spentAt(session, 301_500), 15_500);
    session = stored(session);
    assert.ok(session.paused);
    assert.equal(machine.spentAt(session, 999_000), 15_000);
    assert.equal(machine.spentOn(machine.resume(session, 999_000), 0, 1_000_000), 16_000);
  });

  it('ends after the answer in which its time is over', () => {
    const session = machine.showAnswer(start(3, 2, 60_000), 61_000);
    assert.ok(!machine.hasNext(session, 61_000));
    assert.ok(machine.isFinished(machine.next(session, 70_000)));
  });

  it('takes ratings only of points that were shown', () => {
    const rating = { key: '0/0', point: 1, value: 2 } as const;
    assert.throws(() => machine.mark(start(), rating), /Show the model answer/);
    const shown = machine.showAnswer(start(), 2000);
    assert.throws(() => machine.mark(shown, { ...rating, point: 3 }), /Show the model answer/);
    assert.deepEqual(machine.mark(shown, rating).questions[0]?.turns[0]?.marks, [null, 2, null]);
  });

  it('takes notes that arrive after it went on, and keeps the old ones when there are too many', () => {
    const went = machine.next(machine.showAnswer(start(), 2000), 2000);
    const late = machine.note(went, { key: '0/0', text: 'late', now: 2100 });
    assert.equal(late.questions[0]?.turns[0]?.notes, 'late');
    assert.throws(
      () => machine.note(late, { key: '0/0', text: 'x'.repeat(50_001), now: 1 }),
      /Shorten/,
    );
    assert.throws(() => machine.note(late, { key: '0/9', text: '', now: 1 }), /not asked/);
  });

  it('is not decoded from damaged storage', () => {
    const session = start();
    const [first, ...rest] = session.questions;
    for (const damaged of [
      null,
      { ...session, version: 2 },
      { ...session, id: '../x' },
      { ...session, at: 2 },
      { ...session, turn: 2 },
      { ...session, questions: [] },
      { ...session, questions: [{ ...first, turns: [] }, ...rest] },
    ])
      assert.ok(!v.is(interviewSchema, damaged));
  });
});

type Step =
  | { readonly kind: 'note'; readonly text: string; readonly at: number; readonly turn: number }
  | { readonly kind: 'mark'; readonly point: number; readonly value: machine.Mark }
  | { readonly kind: 'show' | 'next' | 'pause' | 'resume' | 'settle' | 'reload' | 'finish' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      text: fc.string(),
      at: fc.nat(2),
      turn: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      point: fc.nat(3),
      value: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'show' as const,
        'next' as const,
        'pause' as const,
        'resume' as const,
        'settle' as const,
        'reload' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'finish' as const }) },
);
const steps = fc.array(fc.tuple(step, fc.nat(100_000)), { maxLength: 60 });

function apply(session: InterviewSession, each: Step, now: number): InterviewSession {
  switch (each.kind) {
    case 'note':
      return machine.note(session, {
        key: machine.keyAt(each.at, each.turn),
        text: each.text,
        now,
      });
    case 'mark':
      return machine.mark(session, { ...each, key: machine.currentKey(session) });
    case 'show':
      return machine.showAnswer(session, now);
    case 'reload':
      return stored(machine.settle(session, now));
    case 'next':
    case 'pause':
    case 'resume':
    case 'settle':
    case 'finish':
      return machine[each.kind](session, now);
  }
}

function replay(session: InterviewSession, changes: readonly InterviewChange[]): InterviewSession {
  return changes.reduce<InterviewSession>(
    (state, change) =>
      applyInterviewChange(
        state,
        v.parse(interviewChangeSchema, JSON.parse(JSON.stringify(change))),
      ),
    session,
  );
}

describe('whatever happens in an interview', () => {
  it('no text is lost, time only grows and only while answering, and any state is stored and read back', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let session = start(3, 2);
        let now = 1000;
        let counted = 0;
        const texts = new Map<string, string>();
        for (const [each, wait] of all) {
          const answering = session.runningSince !== undefined;
          now += wait;
          if (answering) counted += wait;
          assert.equal(machine.spentAt(session, now), counted);
          try {
            session = apply(session, each, now);
            if (each.kind === 'note') texts.set(machine.keyAt(each.at, each.turn), each.text);
          } catch (error) {
            // What is refused says why in a sentence and leaves the session as it was.
            assert.match(String(error), /^Error: [A-Z].*\.$/);
          }
          assert.equal(machine.spentAt(session, now), counted);
          for (const [key, text] of texts) {
            const [at, turn] = key.split('/').map(Number);
            assert.equal(session.questions[at ?? 0]?.turns[turn ?? 0]?.notes, text);
          }
          const again = stored(machine.settle(session, now));
          assert.deepEqual(again.questions, machine.settle(session, now).questions);
          assert.equal(machine.currentKey(again), machine.currentKey(session));
          assert.equal(machine.spentAt(again, now + 1e9), counted);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('its changes lead to the same state, through storage, and it is begun in parts', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let session = start(3, 2);
        const { start: first, more } = partsOfInterview(session);
        let replayed = replay(first, more);
        let now = 1000;
        for (const [each, wait] of all) {
          now += wait;
          let next = session;
          try {
            next = apply(session, each, now);
          } catch {
            // Refused: the state stays.
          }
          replayed = replay(replayed, interviewChanges(session, next));
          session = next;
        }
        assert.deepEqual(replayed, JSON.parse(JSON.stringify(session)));
      }),
      { numRuns: 300 },
    );
  });

  it('from any state it goes on to its end', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let session = start(3, 2);
        let now = 1000;
        for (const [each, wait] of all) {
          now += wait;
          try {
            session = apply(session, each, now);
          } catch {
            // Refused: the state stays.
          }
        }
        session = stored(machine.settle(session, now));
        for (let turns = 0; !machine.isFinished(session); turns += 1) {
          assert.ok(turns < 9, 'nine answers end it');
          session = machine.next(machine.showAnswer(machine.resume(session, now), now), now);
        }
        assert.equal(session.runningSince, undefined);
      }),
      { numRuns: 300 },
    );
  });
});
