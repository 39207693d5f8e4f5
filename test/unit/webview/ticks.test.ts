import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticks } from '../../../src/webview/statistics/ticks.js';

describe('the values beside an axis', () => {
  it('are few, whole, evenly spaced, and reach beyond the highest bar', () => {
    assert.deepEqual(ticks(4), [0, 1, 2, 3, 4]);
    assert.deepEqual(ticks(34), [0, 10, 20, 30, 40]);
    assert.deepEqual(ticks(0), [0, 1]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
        const values = ticks(most);
        assert.ok(values.length >= 2 && values.length <= 5, String(values));
        assert.ok((values.at(-1) ?? 0) >= most);
        const [, step = 0] = values;
        assert.ok(Number.isInteger(step));
        assert.ok(values.every((value, index) => value === index * step));
      }),
    );
  });
});
