import assert from 'node:assert/strict';
import { measurementOf } from '../../../../src/core/exercise/measurement.js';

const lines = (...records: readonly object[]): string =>
  records.map((record) => JSON.stringify(record)).join('\n');
const begin = { kind: 'begin', about: 'Sorting', sizes: [1, 10] };
const point = (size: number, seconds = 0.5, bytes = 64): object => ({
  kind: 'point',
  size,
  seconds,
  bytes,
});

describe('what a module costs', () => {
  it('is what was measured, to the end', () => {
    assert.deepEqual(measurementOf(lines(begin, point(1), point(10), { kind: 'done' })), {
      about: 'Sorting',
      sizes: [1, 10],
      points: [
        { size: 1, seconds: 0.5, bytes: 64 },
        { size: 10, seconds: 0.5, bytes: 64 },
      ],
      done: true,
    });
  });

  it('is what came before a line that was cut off, and is not done then', () => {
    const text = `${lines(begin, point(1))}\n${lines(point(10)).slice(0, -4)}`;
    const { points, done } = measurementOf(text);
    assert.deepEqual([points.length, done], [1, false]);
  });

  it('is nothing where nothing was begun', () => {
    assert.deepEqual(measurementOf(''), { about: '', sizes: [], points: [], done: false });
  });

  it('says what was raised, and by what', () => {
    const broken = { kind: 'broken', part: 'run', words: 'ValueError' };
    assert.deepEqual(measurementOf(lines(begin, broken)).fault, {
      part: 'run',
      words: 'ValueError',
    });
  });

  it('takes no figure that none can be', () => {
    for (const bad of [
      point(0),
      point(1.5),
      point(2e15),
      point(1, -1),
      point(1, 2e15),
      point(1, 0, -1),
    ])
      assert.deepEqual(measurementOf(lines(begin, bad)).points, [], JSON.stringify(bad));
    assert.equal(
      measurementOf(lines(begin, point(1, 0, 0), point(1e15, 1e15, 1e15))).points.length,
      2,
    );
    const sized = (...sizes: readonly number[]): number =>
      measurementOf(lines({ ...begin, sizes })).sizes.length;
    const twenty = Array.from({ length: 20 }, (_, at) => at + 1);
    assert.deepEqual(
      [sized(1), sized(1, 2), sized(...twenty), sized(...twenty, 21)],
      [0, 2, 20, 0],
    );
    const about = (length: number): number =>
      measurementOf(lines({ ...begin, about: 'a'.repeat(length) })).about.length;
    assert.deepEqual([about(20_000), about(20_001)], [20_000, 0]);
  });
});
