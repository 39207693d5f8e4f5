import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linearIndexOf } from '../../../src/core/linearSearch.js';

describe('a search in one pass', () => {
  it('finds what the engine finds, from wherever it begins, also what repeats itself', () => {
    const unit = fc.constantFrom('a', 'ab', 'aab', 'b');
    const texts = fc.record({
      before: fc.array(unit, { maxLength: 30 }).map((all) => all.join('')),
      piece: fc.array(unit, { maxLength: 40 }).map((all) => all.join('')),
      cut: fc.nat(40),
      after: fc.array(unit, { maxLength: 10 }).map((all) => all.join('')),
      from: fc.nat(40),
    });
    fc.assert(
      fc.property(texts, ({ before, piece, cut, after, from }) => {
        const text = before + piece.slice(0, cut) + piece + after;
        assert.equal(linearIndexOf(text, piece, from), text.indexOf(piece, from));
        assert.equal(
          linearIndexOf(before + after, piece, from),
          (before + after).indexOf(piece, from),
        );
      }),
      { numRuns: 500 },
    );
    const half = 'ab'.repeat(20);
    assert.equal(linearIndexOf(`x${half}a${half}c`, `${half}c`, 0), 42);
  });
});
