import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logScale } from '../../../../src/webview/exercise/logScale.js';
import { amountText, growth } from '../../../../src/webview/exercise/measuredFigures.js';

describe('what was measured', () => {
  it('is told in the unit that fits', () => {
    assert.equal(amountText(0.00123, 'seconds'), '1.23 ms');
    assert.equal(amountText(2.5, 'seconds'), '2.5 s');
    assert.equal(amountText(0, 'seconds'), '0 ns');
    assert.equal(amountText(1500, 'bytes'), '1.5 kB');
    assert.equal(amountText(12, 'bytes'), '12 B');
  });

  it('grows with a power of the size', () => {
    const points = [10, 100, 1000].map((size) => ({ size, seconds: size ** 2 / 1e6, bytes: 7 }));
    assert.equal(growth(points, 'seconds')?.toFixed(6), '2.000000');
    assert.equal(growth(points, 'bytes'), 0);
    assert.equal(growth(points.slice(0, 1), 'bytes'), undefined);
  });

  it('has a place on its axis, in order, and a tick at or beyond both ends', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true })), (values) => {
        const scale = logScale(values);
        assert.ok(scale.decades.length >= 2);
        const sorted = [...values].sort((one, other) => one - other);
        const places = sorted.map((value) => scale.place(value));
        assert.deepEqual(
          places,
          [...places].sort((one, other) => one - other),
        );
        assert.ok(
          places.every((each) => each >= 0 && each <= 1 + 1e-9),
          String(places),
        );
      }),
    );
  });
});
