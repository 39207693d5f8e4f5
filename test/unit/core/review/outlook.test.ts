import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlook } from '../../../../src/core/review/outlook.js';
import type { OutlookInput } from '../../../../src/core/review/outlook.js';

function asked(
  today: number,
  waiting: { readonly fresh: number; readonly reviews: number },
  comingDue: readonly number[],
  limits = { reviewsPerDay: 20, newPerDay: 5 },
): readonly number[] {
  const cards = Array.from({ length: today }) as OutlookInput['queue']['cards'];
  return outlook({
    queue: { cards, waiting: waiting.fresh + waiting.reviews, waitingFresh: waiting.fresh },
    comingDue,
    ...limits,
  });
}

describe('the outlook on the coming days', () => {
  it('is what comes due, while there is room for it', () => {
    assert.deepEqual(asked(7, { fresh: 0, reviews: 0 }, [99, 3, 0, 20]), [7, 3, 0, 20]);
  });

  it('spreads what is too much for a day, and lets new cards wait for that long', () => {
    const days = asked(20, { fresh: 8, reviews: 30 }, [50, 5, 0, 0, 0]);
    assert.deepEqual(days, [20, 20, 15 + 5, 3, 0]);
  });

  it('asks no more than the limits allow, and loses nothing (property)', () => {
    const counts = fc.nat(200);
    fc.assert(
      fc.property(
        counts,
        counts,
        fc.array(counts, { minLength: 1, maxLength: 31 }),
        (fresh, reviews, due) => {
          const long = [...due, ...Array.from({ length: 1000 }, () => 0)];
          const days = asked(0, { fresh, reviews }, long);
          assert.ok(days.every((count) => count <= 25));
          const sum = (all: readonly number[]): number =>
            all.reduce((one, other) => one + other, 0);
          assert.equal(sum(days), fresh + reviews + sum(due.slice(1)));
        },
      ),
    );
  });
});
