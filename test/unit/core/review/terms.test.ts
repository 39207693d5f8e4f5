import assert from 'node:assert/strict';
import fc from 'fast-check';
import { soundTerms, usualTerms } from '../../../../src/core/review/terms.js';

describe('the settings of reviews', () => {
  it('stay within their bounds, whatever was written (property)', () => {
    const written = fc.oneof(fc.double(), fc.integer(), fc.anything());
    fc.assert(
      fc.property(written, written, written, (newPerDay, reviewsPerDay, desiredRetention) => {
        const terms = soundTerms({ newPerDay, reviewsPerDay, desiredRetention });
        assert.ok(Number.isInteger(terms.newPerDay) && terms.newPerDay >= 0);
        assert.ok(Number.isInteger(terms.reviewsPerDay) && terms.reviewsPerDay >= 1);
        assert.ok(terms.desiredRetention >= 0.7 && terms.desiredRetention <= 0.97);
      }),
    );
  });

  it('are the nearest that is allowed, and whole numbers of cards', () => {
    assert.deepEqual(soundTerms({ newPerDay: 1001, reviewsPerDay: 9e9, desiredRetention: 1 }), {
      newPerDay: 1000,
      reviewsPerDay: 1000,
      desiredRetention: 0.97,
    });
    assert.deepEqual(soundTerms({ newPerDay: -1, reviewsPerDay: 0, desiredRetention: 0 }), {
      newPerDay: 0,
      reviewsPerDay: 1,
      desiredRetention: 0.7,
    });
    const { newPerDay, reviewsPerDay } = soundTerms({
      ...usualTerms,
      newPerDay: 2.9,
      reviewsPerDay: 7.5,
    });
    assert.deepEqual([newPerDay, reviewsPerDay], [2, 7]);
  });

  it('are taken as written when they are sound, and are the usual ones when they are none', () => {
    const sound = { newPerDay: 0, reviewsPerDay: 5, desiredRetention: 0.85 };
    assert.deepEqual(soundTerms(sound), sound);
    assert.deepEqual(
      soundTerms({ newPerDay: 'many', reviewsPerDay: undefined, desiredRetention: NaN }),
      usualTerms,
    );
  });
});
