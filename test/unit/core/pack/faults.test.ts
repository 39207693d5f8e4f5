import assert from 'node:assert/strict';
import { boundFaults, shorten } from '../../../../src/core/pack/faults.js';
import type { Fault } from '../../../../src/core/pack/pack.js';

const faultsIn = (file: string, count: number): readonly Fault[] =>
  Array.from({ length: count }, (_, line) => ({ file, line, message: 'Wrong.' }));

describe('the problems of a pack that are shown', () => {
  it('are twenty a file, and the rest is counted', () => {
    assert.deepEqual(boundFaults(faultsIn('a', 20)), faultsIn('a', 20));
    const shown = boundFaults([...faultsIn('a', 23), ...faultsIn('b', 1)]);
    assert.equal(shown.length, 22);
    assert.deepEqual(shown.at(-1), {
      file: 'a',
      line: 0,
      message: 'The file has 3 more problems.',
    });
  });

  it('are five hundred a pack, and the rest is counted', () => {
    const many = (files: number): readonly Fault[] =>
      Array.from({ length: files }, (_, at) => faultsIn(`f${at}`, 20)).flat();
    assert.equal(boundFaults(many(25)).length, 500);
    const shown = boundFaults([...many(25), ...faultsIn('x', 22)]);
    assert.equal(shown.length, 501);
    assert.deepEqual(shown.at(-1), {
      file: 'pack.yaml',
      line: 0,
      message: 'The pack has 20 more problems.',
    });
  });

  it('have messages that can be read', () => {
    const [fault] = boundFaults([{ file: 'a', line: 0, message: 'x'.repeat(301) }]);
    assert.equal(fault?.message, `${'x'.repeat(299)}…`);
    assert.equal(shorten('x'.repeat(300), 300), 'x'.repeat(300));
    assert.equal(shorten('ab🐍c', 4), 'ab…', 'no character is cut in two');
    assert.equal(shorten('ab🐍cd', 5), 'ab🐍…');
  });
});
