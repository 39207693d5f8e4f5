import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catchUpPlan } from '../../../../src/core/review/catchUp.js';
import { reviewQueue } from '../../../../src/core/review/queue.js';
import type { QueueInput, ReviewQueue } from '../../../../src/core/review/queue.js';
import type { DueCard } from '../../../../src/core/review/schedule.js';
import { noon } from './cards.js';

const today = 20_100;
const now = noon(100);

function card(id: string, rest: Partial<DueCard> = {}): DueCard {
  const state = { ownDay: rest.kind === 'relearn' ? today : undefined } as DueCard['card']['state'];
  return {
    card: { id: `question/${id}`, question: id, metAt: 0, state, buriedUntil: 0, suspended: false },
    kind: 'review',
    overdue: 0,
    recall: 0.9,
    dueAt: now - 1,
    ...rest,
  };
}

function queue(due: readonly DueCard[], rest: Partial<QueueInput> = {}): ReviewQueue {
  return reviewQueue({
    due,
    forecast: [],
    today,
    now,
    done: { fresh: 0, reviews: 0 },
    newPerDay: 5,
    reviewsPerDay: 20,
    topicOf: ({ card: { question } }) => question[0] ?? '',
    ...rest,
  });
}

const idsOf = (cards: readonly DueCard[]): readonly string[] =>
  cards.map((each) => each.card.question);

const many = (count: number, rest: (at: number) => Partial<DueCard>): readonly DueCard[] =>
  Array.from({ length: count }, (_, at) => card(`${'abc'[at % 3] ?? ''}${at}`, rest(at)));

describe('the queue of a day', () => {
  it('asks the shortest overdue first, while topics take turns', () => {
    const due = [
      card('a1', { overdue: 5 }),
      card('a2', { overdue: 0 }),
      card('a3', { overdue: 1 }),
      card('b1', { overdue: 2 }),
      card('b2', { overdue: 3 }),
    ];
    assert.deepEqual(idsOf(queue(due).cards), ['a2', 'b1', 'a3', 'b2', 'a1']);
  });

  it('spreads new cards among the reviews, up to the limit of the day', () => {
    const fresh = many(8, (at) => ({ kind: 'new', dueAt: at }));
    const { cards, waiting } = queue([...many(8, () => ({})), ...fresh], {
      newPerDay: 5,
      done: { fresh: 1, reviews: 3 },
    });
    assert.deepEqual(cards.map(({ kind }) => kind[0]).join(''), 'rrnrrnrrnrrn');
    assert.equal(waiting, 4);
    assert.equal(queue(fresh, { done: { fresh: 9, reviews: 0 } }).cards.length, 0);
  });

  it('begins with forgotten cards whose time has come, and ends with those whose time has not', () => {
    const due = [
      card('later', { kind: 'relearn', dueAt: now + 5 }),
      card('a1'),
      card('again', { kind: 'relearn', dueAt: now - 5 }),
    ];
    assert.deepEqual(idsOf(queue(due).cards), ['again', 'a1', 'later']);
    const full = queue(due, { reviewsPerDay: 0 });
    assert.deepEqual(idsOf(full.cards), ['again', 'later'], 'no limit stops what was begun');
  });

  it('is no wall after a break: half of the day for what is most at risk, and no new cards', () => {
    const late = many(300, (at) => ({ overdue: 1 + at, recall: 0.2 + at / 500 }));
    const onTime = many(40, (at) => ({ recall: 0.9 + at / 1000 }));
    const result = queue([...late, ...onTime, card('n', { kind: 'new' })], { forecast: [0, 8, 8] });
    assert.equal(result.cards.length, 20);
    const asked = result.cards.filter(({ overdue }) => overdue > 0);
    assert.equal(asked.length, 10);
    assert.deepEqual(
      new Set(asked.map(({ recall }) => recall)),
      new Set(late.slice(0, 10).map(({ recall }) => recall)),
    );
    assert.ok(result.cards.every(({ kind }) => kind !== 'new'));
    assert.equal(result.waiting, 321);
    assert.ok(result.caughtUpOn !== undefined && result.caughtUpOn > today + 15);
    assert.equal(queue(many(20, () => ({ overdue: 3 }))).caughtUpOn, undefined);
  });

  it('stays within its limits and asks no card twice (property)', () => {
    const one = fc.record({
      kind: fc.constantFrom('new' as const, 'review' as const, 'relearn' as const),
      overdue: fc.nat(50),
      recall: fc.double({ min: 0.01, max: 1, noNaN: true }),
      dueAt: fc.integer({ min: now - 1000, max: now + 1000 }),
    });
    const limits = fc.record({
      newPerDay: fc.nat(10),
      reviewsPerDay: fc.nat(30),
      done: fc.record({ fresh: fc.nat(12), reviews: fc.nat(40) }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 120 }), limits, (all, rest) => {
        const due = all.map((each, at) => card(`${'abcd'[at % 4] ?? ''}${at}`, each));
        const { cards, waiting } = queue(due, rest);
        const count = (kind: DueCard['kind']): number =>
          cards.filter((each) => each.kind === kind).length;
        assert.equal(new Set(idsOf(cards)).size, cards.length);
        assert.equal(cards.length + waiting, due.length);
        assert.ok(count('new') <= Math.max(0, rest.newPerDay - rest.done.fresh));
        assert.ok(count('review') <= Math.max(0, rest.reviewsPerDay - rest.done.reviews));
        assert.equal(count('relearn'), due.filter(({ kind }) => kind === 'relearn').length);
      }),
    );
  });
});

describe('the plan after a break', () => {
  it('plans every overdue card once, the most at risk first, and no day beyond its room (property)', () => {
    const backlog = fc.record({
      risks: fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 400 }),
      comingDue: fc.array(fc.nat(40), { maxLength: 60 }),
      roomToday: fc.nat(50),
      reviewsPerDay: fc.integer({ min: 3, max: 50 }),
    });
    fc.assert(
      fc.property(backlog, ({ risks, ...rest }) => {
        const late = risks.map((recall, at) => card(`q${at}`, { recall, overdue: 1 + at }));
        const plan = catchUpPlan({ late, ...rest });
        const planned = plan.flatMap((day) => day.late);
        assert.deepEqual(new Set(planned), new Set(late));
        assert.equal(planned.length, late.length);
        const order = planned.map(({ recall }) => recall);
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
        for (const [day, { late: some, onTime }] of plan.entries()) {
          const room = day === 0 ? rest.roomToday : rest.reviewsPerDay;
          assert.ok(some.length + onTime <= room);
        }
        const halfDays = Math.ceil(late.length / Math.ceil(rest.reviewsPerDay / 2));
        assert.ok(plan.length <= halfDays + 1, 'half of each day at least goes to the backlog');
      }),
    );
  });
});
