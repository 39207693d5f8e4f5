import assert from 'node:assert/strict';
import { Attempts } from '../../../../src/core/quiz/attempts.js';
import type { Confidence } from '../../../../src/core/quiz/answer.js';

const finish = (attempts: Attempts, time: number, score: number, quiz = 'gil'): void => {
  attempts.apply({ time, event: { kind: 'quizFinished', quiz, score, items: 3 } });
};

describe('the quizzes that were taken', () => {
  it('are told by name, the oldest first, with their points to two digits', () => {
    const attempts = new Attempts();
    finish(attempts, 5, 2 / 3);
    finish(attempts, 9, 1 / 9);
    finish(attempts, 7, 1, 'mro');
    assert.deepEqual(attempts.of('gil'), [
      { finishedAt: 5, score: 2, count: 3 },
      { finishedAt: 9, score: 0.33, count: 3 },
    ]);
    assert.deepEqual(attempts.of('mro'), [{ finishedAt: 7, score: 3, count: 3 }]);
    assert.deepEqual(attempts.of('never taken'), []);
  });

  it('are remembered up to the last fifty', () => {
    const attempts = new Attempts();
    for (let time = 1; time <= 52; time += 1) finish(attempts, time, 1);
    const times = attempts.of('gil').map(({ finishedAt }) => finishedAt);
    assert.equal(times.length, 50);
    assert.deepEqual([times[0], times.at(-1)], [3, 52]);
  });

  it('tell how sure one was when one was last wrong', () => {
    const attempts = new Attempts();
    const answer = (item: string, score: number, confidence?: Confidence): void => {
      const event = { kind: 'answered', quiz: 'gil', item, question: 'gil', score } as const;
      attempts.apply({ time: 1, event: confidence ? { ...event, confidence } : event });
    };
    answer('a', 0, 'certain');
    answer('b', 0.5, 'guess');
    answer('c', 1, 'certain');
    answer('d', 0);
    assert.deepEqual(
      [...attempts.surenessOfMissed],
      [
        ['gil/a', 'certain'],
        ['gil/b', 'guess'],
      ],
    );
    answer('a', 0, 'think');
    answer('b', 1, 'certain');
    assert.deepEqual([...attempts.surenessOfMissed], [['gil/a', 'think']]);
    answer('a', 0);
    assert.equal(attempts.surenessOfMissed.size, 0, 'wrong again, and it was not asked how sure');
  });
});
