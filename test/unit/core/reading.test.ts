import assert from 'node:assert/strict';
import { Reading } from '../../../src/core/reading.js';

const second = 1000;
/** Ten parts that are equally long; five minutes at the usual pace. */
const lengths = Array.from({ length: 10 }, () => 120);
const minutes = 5;

/** Reads on, a look a second. */
function read(
  reading: Reading,
  from: number,
  seconds: number,
  partAt: (at: number) => number[],
): void {
  for (let at = 0; at <= seconds; at++) reading.look((from + at) * second, partAt(at), true);
}

describe('reading', () => {
  it('is time and distance: a text read through counts', () => {
    const reading = new Reading(lengths, minutes);
    read(reading, 0, 60, (at) => [Math.floor(at / 6.1)]);
    assert.equal(reading.isRead, false);
    read(reading, 60, 20, () => [9]);
    assert.equal(reading.isRead, true);
  });

  it('is not two seconds at the end', () => {
    const reading = new Reading(lengths, minutes);
    read(reading, 0, 2, () => [8, 9]);
    assert.equal(reading.isRead, false);
  });

  it('is not a leap over the middle, however long one stays at the end', () => {
    const reading = new Reading(lengths, minutes);
    read(reading, 0, 600, (at) => (at < 5 ? [0, 1] : [8, 9]));
    assert.equal(reading.isRead, false);
  });

  it('is not to leave it open: without a movement nobody is there, nor while it is out of sight', () => {
    const still = new Reading(lengths, minutes);
    const all = lengths.map((_, part) => part);
    still.look(0, all, true);
    for (let at = 1; at < 3600; at++) still.look(at * second, [0], false);
    assert.equal(still.soFar.spent, 90 * second);
    const hidden = new Reading(lengths, minutes);
    hidden.look(0, all, true);
    hidden.look(1 * second, [], true);
    hidden.look(600 * second, all, true);
    assert.equal(hidden.isRead, false);
  });

  it('goes on where it was left', () => {
    const before = new Reading(lengths, minutes);
    read(before, 0, 70, (at) => [Math.floor(at / 10)]);
    const after = new Reading(lengths, minutes, before.soFar);
    read(after, 5000, 10, () => [8, 9]);
    assert.equal(after.isRead, true);
  });
});
