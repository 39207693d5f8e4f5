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

  it('are taken as written when they are sound, and are the usual ones when they are none', () => {
    const sound = { newPerDay: 0, reviewsPerDay: 5, desiredRetention: 0.85 };
    assert.deepEqual(soundTerms(sound), sound);
    assert.deepEqual(
      soundTerms({ newPerDay: 'many', reviewsPerDay: undefined, desiredRetention: NaN }),
      usualTerms,
    );
  });
});
