/** A machine's clock that is set while an exam goes on. */
import assert from 'node:assert/strict';
import { sessionClock } from '../../../../src/app/sessions/sessionClock.js';
import { Heartbeat } from '../../../../src/app/sessions/heartbeat.js';
import { pause, remaining, resume } from '../../../../src/core/quiz/clock.js';
import type { QuizSession } from '../../../../src/core/quiz/sessionSchema.js';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1, 12);

/** A machine whose clock can be set; time passes when it is told to. */
function machine(): { now: () => number; pass: (ms: number) => void; set: (by: number) => void } {
  let wall = start;
  let steady = 0;
  return {
    now: sessionClock(
      () => wall,
      () => steady,
    ),
    pass: (ms) => {
      wall += ms;
      steady += ms;
    },
    set: (by) => (wall += by),
  };
}

function exam(now: number): QuizSession {
  return {
    ...{ version: 1, id: 'a', quizzes: ['a'], title: 'A', mode: 'exam', seed: 1, entries: [] },
    ...{ startedAt: now, spent: 0, resumedAt: now, position: 0, finished: false, limit: hour },
  } as unknown as QuizSession;
}

describe('An exam while the machine’s clock is set', () => {
  it('lasts as long as it lasts where the clock is set back', () => {
    for (const back of [2 * hour, 24 * hour, 10 * 365 * 24 * hour, 1500]) {
      const { now, pass, set } = machine();
      const session = exam(now());
      pass(hour / 4);
      set(-back);
      assert.equal(remaining(session, now()), (3 * hour) / 4);
      pass(hour / 4);
      assert.equal(remaining(session, now()), hour / 2);
      const paused = pause(session, now());
      set(-hour);
      pass(hour);
      const resumed = resume(paused, now());
      pass(hour / 2);
      assert.equal(remaining(resumed, now()), 0);
    }
  });

  it('waits where it is set forward, as where the machine slept', () => {
    const { now, pass, set } = machine();
    const heart = new Heartbeat(now);
    const session = exam(now());
    pass(hour / 4);
    heart.beat();
    set(2 * hour);
    const until = heart.awakeUntil();
    assert.equal(until, start + hour / 4);
    assert.equal(remaining(pause(session, until), now()), (3 * hour) / 4);
  });

  it('says what the machine says while nothing is set', () => {
    const { now, pass } = machine();
    for (let at = 0; at < 1000; at++) {
      pass(at % 7);
      now();
    }
    assert.equal(now(), start + 2997);
  });
});
