import assert from 'node:assert/strict';
import { Mistakes } from '../../../../src/core/statistics/mistakes.js';
import { Results, trend } from '../../../../src/core/statistics/results.js';

const answered = (item: string, score: number) =>
  ({ kind: 'answered', quiz: 'q', item, question: 'gil', score }) as const;

describe('the notebook of mistakes', () => {
  it('keeps every item missed, those that still stand first, and knows what is right since', () => {
    const mistakes = new Mistakes();
    mistakes.apply(answered('never', 1), 1);
    mistakes.apply(answered('old', 0), 1);
    mistakes.apply(answered('mended', 0), 2);
    mistakes.apply(answered('twice', 0.5), 3);
    mistakes.apply(answered('mended', 1), 4);
    mistakes.apply(answered('twice', 0), 5);
    assert.deepEqual(
      mistakes
        .all()
        .map(({ item, misses, missedOn, isMended }) => [item, misses, missedOn, isMended]),
      [
        ['twice', 2, 5, false],
        ['old', 1, 1, false],
        ['mended', 1, 2, true],
      ],
    );
  });
});

describe('the trend of results', () => {
  it('compares the last with the mean before it', () => {
    const results = new Results();
    for (const [day, rating] of [
      [1, 1],
      [2, 2],
    ] as const)
      results.apply(
        {
          kind: 'interviewed',
          length: 60,
          questions: [{ question: 'gil', seconds: 1, points: [{ point: 'p', rating }] }],
        },
        day,
      );
    assert.deepEqual(results.interviews, [
      { day: 1, share: 0.5 },
      { day: 2, share: 1 },
    ]);
    assert.equal(trend(results.interviews), 0.5);
    assert.equal(trend(results.interviews.slice(0, 1)), undefined);
    for (let day = 0; day < 40; day++)
      results.apply({ kind: 'quizFinished', quiz: 'q', score: 0.75, items: 4 }, day);
    assert.equal(results.quizzes.length, 12);
    assert.deepEqual(results.quizzes.at(-1), { day: 39, share: 0.75, quiz: 'q' });
  });

  it('takes no result from nothing', () => {
    const results = new Results();
    results.apply({ kind: 'quizFinished', quiz: 'q', score: 0, items: 0 }, 1);
    results.apply({ kind: 'interviewed', length: 1, questions: [] }, 1);
    assert.deepEqual([results.quizzes, results.interviews], [[], []]);
  });
});
