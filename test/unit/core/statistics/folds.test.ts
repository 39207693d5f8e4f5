import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CardId, LearningEvent, Rating } from '../../../../src/core/progress/event.js';
import { Activity } from '../../../../src/core/statistics/activity.js';
import { Retention } from '../../../../src/core/statistics/retention.js';
import { Strengths, weakest } from '../../../../src/core/statistics/weakness.js';

type Dated = readonly [day: number, event: LearningEvent];

const rated = (day: number, card: CardId, rating: Rating): Dated => [
  day,
  { kind: 'rated', card, rating },
];
const answered = (day: number, question: string, item: string, score: number): Dated => [
  day,
  { kind: 'answered', quiz: 'k', item, question, score },
];

function taken<T extends { apply(event: LearningEvent, day: number): void }>(
  fold: T,
  events: readonly Dated[],
): T {
  for (const [day, event] of events) fold.apply(event, day);
  return fold;
}

const someEvent = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), question: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('opened' as const), question: fc.constantFrom('a', 'b') }),
  fc.record({
    kind: fc.constant('rated' as const),
    card: fc.constantFrom<CardId>('question/a', 'question/b', 'item/k/1'),
    rating: fc.constantFrom<Rating>(1, 2, 3, 4),
  }),
  fc.record({
    kind: fc.constant('answered' as const),
    quiz: fc.constant('k'),
    item: fc.constantFrom('1', '2'),
    question: fc.constantFrom('a', 'b'),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);
const someHistory = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), someEvent));

describe('activity', () => {
  it('counts by day and kind what was done; opening, undoing and emptying a note are nothing', () => {
    const activity = taken(new Activity(), [
      [5, { kind: 'opened', question: 'gil' }],
      [6, { kind: 'read', question: 'gil' }],
      [6, { kind: 'noted', question: 'gil', empty: true }],
      [6, { kind: 'noted', question: 'gil', empty: false }],
      rated(8, 'question/gil', 3),
      answered(8, 'gil', 'x', 1),
      [8, { kind: 'interviewed', length: 60, questions: [] }],
    ]);
    assert.deepEqual(activity.between(0, 10), [
      [6, { reviews: 0, answers: 0, reads: 1, notes: 1, interviews: 0, exercises: 0 }],
      [8, { reviews: 1, answers: 1, reads: 0, notes: 0, interviews: 1, exercises: 0 }],
    ]);
    assert.deepEqual(activity.between(7, 7), []);
    assert.deepEqual(activity.streak(8), { current: 1, longest: 1, today: true });
  });

  it('is the same in whatever order the events come', () => {
    fc.assert(
      fc.property(someHistory, (events) => {
        const forwards = taken(new Activity(), events).between(0, 60);
        const backwards = taken(new Activity(), [...events].reverse()).between(0, 60);
        assert.deepEqual(forwards, backwards);
        const counted = events.filter(([, { kind }]) => kind !== 'opened').length;
        const sum = forwards
          .flatMap(([, day]) => Object.values(day) as number[])
          .reduce((total, count) => total + count, 0);
        assert.equal(sum, counted);
      }),
    );
  });
});

describe('retention', () => {
  it('counts the first review of a day, of cards met on an earlier day', () => {
    const retention = taken(new Retention(), [
      rated(1, 'question/a', 1), // Met.
      rated(1, 'question/a', 3), // The same day.
      rated(3, 'question/a', 1), // Forgotten…
      rated(3, 'question/a', 4), // …and learned again at once.
      rated(9, 'question/a', 2), // Remembered, with effort.
      answered(2, 'a', 'x', 0), // Met in a quiz.
      rated(4, 'item/k/x', 3),
    ]);
    assert.deepEqual(retention.between(0, 9), { reviewed: 3, remembered: 2 });
    assert.deepEqual(retention.between(4, 8), { reviewed: 1, remembered: 1 });
  });

  it('has every week, also those without a review, the present one last', () => {
    const monday = 4; // 5 January 1970
    const retention = taken(new Retention(), [
      rated(monday, 'question/a', 3),
      rated(monday + 6, 'question/a', 3),
      rated(monday + 15, 'question/a', 1),
    ]);
    assert.deepEqual(retention.weeks(monday + 16, 3), [
      { week: monday, reviewed: 1, remembered: 1 },
      { week: monday + 7, reviewed: 0, remembered: 0 },
      { week: monday + 14, reviewed: 1, remembered: 0 },
    ]);
  });

  it('remembers no more than was reviewed, and its weeks add up', () => {
    fc.assert(
      fc.property(someHistory, (events) => {
        const ordered = [...events].sort(([one], [other]) => one - other);
        const retention = taken(new Retention(), ordered);
        const all = retention.between(0, 60);
        assert.ok(all.remembered <= all.reviewed);
        assert.ok(all.reviewed <= events.filter(([, { kind }]) => kind === 'rated').length);
        const weeks = retention.weeks(60, 12);
        assert.equal(
          weeks.reduce((sum, { reviewed }) => sum + reviewed, 0),
          all.reviewed,
        );
      }),
    );
  });
});

describe('the weakest questions', () => {
  const known = (events: readonly Dated[]): ReturnType<typeof weakest> =>
    weakest(taken(new Strengths(), events).all(), () => undefined, 10);

  it('are those that went wrong, the latest try counting most', () => {
    const found = known([
      answered(1, 'wrong-then-right', 'p', 0),
      answered(2, 'wrong-then-right', 'p', 1),
      answered(1, 'right-then-wrong', 'q', 1),
      answered(3, 'right-then-wrong', 'q', 0),
      answered(3, 'right-then-wrong', 'q', 0),
      answered(1, 'right', 'r', 1),
      [4, { kind: 'read', question: 'only-read' }],
    ]);
    assert.deepEqual(
      found.map(({ question }) => question),
      ['right-then-wrong', 'wrong-then-right'],
    );
    assert.deepEqual(found[0], {
      question: 'right-then-wrong',
      strength: 0.25,
      tries: 3,
      misses: 2,
      last: 3,
    });
  });

  it('are found by reviews of the question and of its items, and by interviews', () => {
    const point = (rating: 0 | 1 | 2): { point: string; rating: 0 | 1 | 2 } => ({
      point: '',
      rating,
    });
    const found = known([
      rated(1, 'question/reviewed', 1),
      answered(1, 'asked', 'i', 1),
      rated(2, 'item/k/i', 1),
      rated(2, 'item/k/nobody-knows-whose', 1),
      [
        3,
        {
          kind: 'interviewed',
          length: 600,
          questions: [
            { question: 'talked', seconds: 60, points: [point(0), point(1), point(2)] },
            { question: 'silent', seconds: 60, points: [] },
          ],
        },
      ],
    ]);
    assert.deepEqual(
      found.map(({ question, strength }) => [question, strength]),
      [
        ['reviewed', 0],
        ['asked', 0.5],
        ['talked', 0.5],
      ],
    );
  });

  it('come up again when they are about to be forgotten', () => {
    const all = taken(new Strengths(), [rated(1, 'question/good', 4)]).all();
    assert.deepEqual(
      weakest(all, () => undefined, 10),
      [],
    );
    assert.equal(weakest(all, () => 0.4, 10)[0]?.strength, 0.4);
  });

  it('have a strength from 0 to 1, and no more misses than tries', () => {
    fc.assert(
      fc.property(someHistory, (events) => {
        for (const each of taken(new Strengths(), events).all()) {
          assert.ok(each.strength >= 0 && each.strength <= 1);
          assert.ok(each.misses <= each.tries && each.tries > 0);
        }
      }),
    );
  });
});
