import assert from 'node:assert/strict';
import { RunClock } from '../../../../src/app/running/runClock.js';

const ended = (limit: number, ceiling?: number, waits = false): Promise<string> =>
  new Promise((resolve) => {
    const clock = new RunClock(
      limit,
      () => {
        resolve('ended');
      },
      ceiling,
    );
    if (waits) clock.wait(true);
    // Timers fire in the order of their times.
    setTimeout(() => {
      clock.stop();
      resolve('goes on');
    }, 400);
  });

describe('The time that a program may take', () => {
  it('ends at its limit', async () => {
    assert.equal(await ended(100), 'ended');
  });

  it('is not over at once when the limit is longer than a timer can wait', async () => {
    for (const limit of [2 ** 31, 1e12, Infinity]) assert.equal(await ended(limit), 'goes on');
  });

  it('does not go by while the program waits, but for a ceiling', async () => {
    assert.equal(await ended(100, 10_000, true), 'goes on');
    assert.equal(await ended(100, 200, true), 'ended');
  });
});
