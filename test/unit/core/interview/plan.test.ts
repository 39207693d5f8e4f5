import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InterviewHistory } from '../../../../src/core/interview/history.js';
import { milestonesBetween } from '../../../../src/core/interview/milestones.js';
import { drawQuestions, firstSetup, planOf } from '../../../../src/core/interview/plan.js';
import type { Candidate } from '../../../../src/core/interview/plan.js';
import type { JournalEntry } from '../../../../src/core/progress/journal.js';
import { isWithin } from '../../../../src/core/scope.js';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  topic: 'p/t',
  level: 'core',
  state: 'read',
  recent: false,
  ...more,
});
const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `q${String(at)}`);

describe('the plan of an interview', () => {
  it('fits questions and follow-ups into the time, or time to the questions', () => {
    assert.deepEqual(planOf(firstSetup, 45), { count: 5, minutes: 30 });
    const quick = { ...firstSetup, followUps: 0 } as const;
    assert.deepEqual(planOf({ ...quick, length: { kind: 'minutes', minutes: 15 } }, 45), {
      count: 4,
      minutes: 15,
    });
    assert.deepEqual(planOf({ ...quick, length: { kind: 'questions', count: 3 } }, 45), {
      count: 3,
      minutes: 12,
    });
    assert.deepEqual(planOf(firstSetup, 2), { count: 2, minutes: 12 });
    assert.equal(planOf(firstSetup, 0).count, 0);
  });

  it('takes all topics and levels when none is chosen', () => {
    const question = candidate('q', { level: 'expert' });
    assert.ok(isWithin({ topics: [], levels: [] }, question));
    assert.ok(isWithin({ topics: ['p/t'], levels: ['expert'] }, question));
    assert.ok(!isWithin({ topics: ['p/x'], levels: [] }, question));
    assert.ok(!isWithin({ topics: [], levels: ['core'] }, question));
  });

  it('draws each question once, the same by the same seed, and those of last time only at need', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20), fc.nat(12), (seed, recent, count) => {
        const all = ids(20).map((id, at) => candidate(id, { recent: at < recent }));
        const drawn = drawQuestions(all, count, seed);
        assert.deepEqual(drawn, drawQuestions(all, count, seed));
        assert.equal(new Set(drawn).size, count);
        const old = drawn.filter((id) => all.find((each) => each.id === id)?.recent).length;
        assert.equal(old, Math.max(0, count - (20 - recent)));
      }),
    );
  });

  it('draws what is weak or unread more often, and begins with what is easier', () => {
    const all = [
      candidate('mastered', { state: 'mastered' }),
      candidate('unread', { state: 'unread' }),
      candidate('weak', { state: 'mastered', rated: 0 }),
      candidate('strong', { state: 'unread', rated: 1 }),
    ];
    const first = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      const [id = ''] = drawQuestions(all, 1, seed);
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    const times = (id: string): number => first.get(id) ?? 0;
    assert.ok(times('weak') > times('unread') && times('unread') > 2 * times('mastered'));
    assert.ok(Math.abs(times('strong') - times('mastered')) < 150);
    const levels = [
      candidate('a', { level: 'expert' }),
      candidate('b'),
      candidate('c', { level: 'advanced' }),
    ];
    assert.deepEqual(drawQuestions(levels, 3, 5), ['b', 'c', 'a']);
  });

  it('remembers from the journal what was asked last and how it went', () => {
    const history = new InterviewHistory();
    const interview = (question: string, rating: 0 | 1 | 2): JournalEntry['event'] => ({
      kind: 'interviewed',
      length: 60,
      questions: [{ question, seconds: 60, points: [{ point: 'x', rating }] }],
    });
    history.apply({ event: interview('a', 2) });
    history.apply({ event: { kind: 'read', question: 'c' } });
    history.apply({ event: interview('b', 1) });
    assert.deepEqual(
      [history.rating('a'), history.rating('b'), history.rating('c')],
      [1, 0.5, undefined],
    );
    assert.deepEqual([history.wasAskedLast('a'), history.wasAskedLast('b')], [false, true]);
  });
});

describe('the clock’s words', () => {
  it('come once each, whatever the steps in which time is read', () => {
    const plan = { share: 300_000, limit: 1_800_000 };
    for (const wait of [1, 7, 60, 90, 2000]) {
      const heard: string[] = [];
      for (let time = 0; time < 1_900_000; time += wait * 1000) {
        const before = { question: time, whole: time };
        const after = { question: time + wait * 1000, whole: time + wait * 1000 };
        heard.push(...milestonesBetween(before, after, plan));
      }
      const all = ['interviewMinutes', 'interviewOver', 'questionMinute', 'questionOver'];
      assert.deepEqual(heard.sort(), all, `every ${String(wait)} seconds`);
    }
  });
});
