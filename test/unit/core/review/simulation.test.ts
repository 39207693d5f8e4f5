import assert from 'node:assert/strict';
import { retentionOf, simulate } from './simulation.js';
import type { Habits } from './simulation.js';

const year: Habits = { seed: 1, days: 365, desiredRetention: 0.9, cards: 400, reviewsPerDay: 60 };
const twoPoints = 0.02;
/** Other learners from day to day; a year of each takes a second or two. */
const seeds =
  process.env['FUZZ'] === 'full' ? [1, 2] : [1 + (Math.floor(Date.now() / 86_400_000) % 2)];

/** A failure says by how much. */
function assertClose(retention: number, desired: number, what: string): void {
  const off = Math.abs(retention - desired);
  assert.ok(off <= twoPoints, `${what}: ${retention.toFixed(4)} where ${desired} was asked for`);
}

describe('a year of reviews by a learner who forgets by the curve', function () {
  this.timeout(60_000);

  for (const desiredRetention of [0.8, 0.85, 0.9, 0.95]) {
    it(`remembers ${desiredRetention * 100} % when that was asked for, within two points`, () => {
      for (const seed of seeds) {
        const days = simulate({ ...year, seed, desiredRetention });
        assertClose(retentionOf(days), desiredRetention, `seed ${seed}`);
        assert.ok(days.reduce((sum, { reviewed }) => sum + reviewed, 0) > 1500);
      }
    });
  }

  it('does so as well with a month away, and comes back to no wall', () => {
    const back = 180;
    for (const seed of seeds) {
      const away = [150, back] as const;
      const days = simulate({ ...year, seed, away, reviewsPerDay: 20 });
      assertClose(retentionOf(days), 0.9, `seed ${seed}`);
      const last = days.findLast(({ behind }) => behind)?.day ?? 0;
      assert.ok(last > back + 3, 'there was something to catch up on');
      assert.ok(last < back + 60, `caught up on day ${last}`);
      assertClose(retentionOf(days.slice(last + 1)), 0.9, `seed ${seed}, caught up`);
      for (const day of days.slice(back, last + 1)) assert.ok(day.reviewed <= 20, `day ${day.day}`);
    }
  });

  it('is the same year for the same seed', () => {
    const short: Habits = { ...year, days: 90 };
    assert.deepEqual(simulate(short), simulate(short));
    assert.notDeepEqual(simulate(short), simulate({ ...short, seed: 2 }));
  });
});
