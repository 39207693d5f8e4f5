import assert from 'node:assert/strict';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import { ProgressFold } from '../../../../src/core/progress/progress.js';

function after(...events: readonly LearningEvent[]): ProgressFold {
  const fold = new ProgressFold();
  for (const event of events) fold.apply({ event });
  return fold;
}

const read: LearningEvent = { kind: 'read', question: 'gil' };
const answered = (item: string, score: number, quiz = 'quiz'): LearningEvent => ({
  ...{ kind: 'answered', quiz, item, question: 'gil', score },
});

describe('how far the learner is with a question', () => {
  it('is unread, read, and mastered while every item met on it was last answered rightly', () => {
    assert.equal(after().state('gil'), 'unread');
    assert.equal(after({ kind: 'opened', question: 'gil' }).state('gil'), 'unread');
    assert.equal(after(read).state('gil'), 'read');
    assert.equal(after(read).state('mro'), 'unread');
    assert.equal(after(answered('a', 1)).state('gil'), 'unread', 'answered, but not read');
    assert.equal(after(read, answered('a', 1)).state('gil'), 'mastered');
    assert.equal(after(answered('a', 1), read).state('gil'), 'mastered');
    assert.equal(after(read, answered('a', 0.9)).state('gil'), 'read');
    assert.equal(after(read, answered('a', 1), answered('b', 0)).state('gil'), 'read');
    assert.equal(after(read, answered('a', 0), answered('a', 1)).state('gil'), 'mastered');
    assert.equal(after(read, answered('a', 1), answered('a', 0)).state('gil'), 'read');
    const elsewhere = answered('a', 0, 'another');
    assert.equal(after(read, elsewhere, answered('a', 1)).state('gil'), 'read', 'another item');
    const unread: LearningEvent = { kind: 'unread', question: 'gil' };
    assert.equal(after(read, unread).state('gil'), 'unread');
  });

  it('has the last score of each item of a quiz', () => {
    const fold = after(
      answered('a', 0),
      answered('a', 0.5),
      answered('b', 1),
      answered('c', 1, 'x'),
    );
    assert.deepEqual(
      [...fold.scores('quiz')],
      [
        ['a', 0.5],
        ['b', 1],
      ],
    );
    assert.deepEqual([...fold.scores('never')], []);
  });
});
