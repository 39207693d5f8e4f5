import assert from 'node:assert/strict';
import { pause, remaining, reopen, resume, spentAt } from '../../../../src/core/quiz/clock.js';
import { startSession } from '../../../../src/core/quiz/session.js';
import type { QuizSession } from '../../../../src/core/quiz/session.js';
import { single, text } from './items.js';

const started = (limit?: number): QuizSession =>
  startSession({
    id: 'check',
    title: 'Check',
    mode: 'exam',
    seed: 1,
    shuffleItems: false,
    now: 1000,
    items: [single, text].map((item) => ({ quiz: 'check', item })),
    ...(limit === undefined ? {} : { limit }),
  });

describe('the time that is worked on a quiz', () => {
  it('stands still while it is paused', () => {
    const running = started();
    assert.equal(spentAt(running, 1500), 500);
    const paused = pause(running, 1500);
    assert.equal(spentAt(paused, 9000), 500);
    assert.equal(spentAt(pause(paused, 9000), 9500), 500);
    const again = resume(paused, 9000);
    assert.equal(spentAt(again, 9100), 600);
    assert.equal(resume(again, 9050), again);
  });

  it('does not go back with the clock', () => {
    assert.equal(spentAt(started(), 0), 0);
    assert.equal(spentAt({ spent: 7, resumedAt: 10 }, 4), 7);
    assert.equal(spentAt({ spent: 7 }, 4), 7);
  });

  it('is no more once it is finished', () => {
    const finished = { ...pause(started(), 1500), finished: true } as unknown as QuizSession;
    assert.equal(resume(finished, 2000), finished);
    assert.equal(reopen(finished, 2000), finished);
  });

  it('does not hold the time between the last answer and the window’s return', () => {
    const running = started();
    assert.equal(spentAt(reopen(running, 9000), 9100), 100);
    const answered = {
      ...running,
      entries: running.entries.map((each, at) => ({
        ...each,
        ...(at === 0 ? { answeredAt: 1400 } : {}),
      })),
    };
    assert.equal(spentAt(reopen(answered, 9000), 9100), 500);
    const paused = pause(running, 1500);
    assert.equal(reopen(paused, 9000), paused);
  });

  it('leaves what is left of a limit, and never less than nothing', () => {
    assert.equal(remaining(started(), 2000), undefined);
    assert.deepEqual(
      [1000, 1600, 2000, 9000].map((now) => remaining(started(1000), now)),
      [1000, 400, 0, 0],
    );
  });
});
