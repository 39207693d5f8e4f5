import assert from 'node:assert/strict';
import { judge, literal, predictable } from '../../../../src/core/trace/prediction.js';
import { Recording } from '../../../../src/core/trace/recording.js';

const lines = (...all: readonly object[]): Recording =>
  new Recording(all.map((line) => JSON.stringify(line)).join('\n'));
const code = { c: 1, name: 'f', file: 'm.py', line: 1, cells: [], free: [], kind: 'function' };
const at = (n: number, line: number, more: object = {}): object => ({
  ...{ n, k: 'line', t: 0, o: [0, 0], s: [[1, 1, line]] },
  ...more,
});
const heapOf = (objects: object): ReturnType<Recording['at']>['heap'] =>
  lines(code, at(0, 1, { h: objects })).at(0).heap;

describe('a value as Python writes it', () => {
  const heap = heapOf({
    1: { k: 'list', t: 'list', n: 3, v: ['1', 2] },
    2: { k: 'tuple', t: 'tuple', n: 1, v: ["'a'"] },
    3: { k: 'tuple', t: 'tuple', n: 0 },
    4: { k: 'set', t: 'set', n: 0 },
    5: { k: 'set', t: 'set', n: 1, v: ['1'] },
    6: { k: 'dict', t: 'dict', n: 2, v: [["'k'", 2]] },
    7: { k: 'list', t: 'Stack', n: 1, v: ['1'] },
    8: { k: 'function', t: 'function', s: 'add' },
    9: { k: 'function', t: 'builtin' },
    10: { k: 'object', t: 'Point', s: 'other' },
    11: { k: 'list', t: 'list', n: 1, v: [11] },
    12: { k: 'tuple', t: 'Pair', n: 2, v: ['1', '2'] },
    13: { k: 'set', t: 'frozenset', n: 1, v: ['1'] },
    14: { k: 'dict', t: 'defaultdict', n: 1, v: [['1', '2']] },
    15: { k: 'tuple', t: 'tuple', n: 2, v: ['1', '2'] },
  });

  for (const [value, written] of [
    ["'text'", "'text'"],
    [1, "[1, ('a',), …]"],
    [2, "('a',)"],
    [3, '()'],
    [4, 'set()'],
    [5, '{1}'],
    [6, "{'k': ('a',), …}"],
    [7, 'Stack'],
    [8, 'add'],
    [9, 'builtin'],
    [10, 'Point'],
    [11, '[[[[[…]]]]]'],
    [12, 'Pair'],
    [13, 'frozenset'],
    [14, 'defaultdict'],
    [15, '(1, 2)'],
    [99, '…'],
  ] as const)
    it(`is ${written}`, () => {
      assert.equal(literal(value, heap), written);
    });
});

describe('a prediction', () => {
  const recording = lines(
    code,
    at(0, 1, { l: { 1: { old: '1' } } }),
    at(1, 5, { t: 1 }),
    at(2, 2, { k: 'raise' }),
    at(3, 3, { l: { 1: { new: `"it's"` } } }),
    at(9, 4, { l: { 1: { late: '2' } } }),
    at(10, 5, { k: 'return' }),
    { end: 'exit', left: 5 },
  );
  const line = (from: number, text: string) => judge(recording, from, { about: 'line', text });
  const value = (from: number, name: string, text: string) =>
    judge(recording, from, { about: 'value', name, text });

  it('of a line is about the next that its own thread runs', () => {
    assert.deepEqual(line(0, '3'), { isRight: true, actual: 'line 3', at: 3 });
    assert.equal(line(0, '5')?.isRight, false);
    assert.equal(line(0, '33')?.isRight, false);
  });

  it('is not judged across steps that were left out', () => {
    assert.equal(line(3, '4'), undefined);
    assert.equal(value(3, 'late', '2'), undefined);
  });

  it('of the end is right where the program came to it', () => {
    assert.deepEqual(line(4, ' END '), { isRight: true, actual: 'the end', at: 5 });
    assert.equal(line(4, '5')?.isRight, false);
    assert.equal(line(5, 'end'), undefined);
    const cut = lines(code, at(0, 1), at(1, 2, { k: 'return' }), { end: 'time', left: 0 });
    assert.equal(judge(cut, 0, { about: 'line', text: 'end' }), undefined);
  });

  it('of a value is right in either kind of quotes, and with other blanks', () => {
    const all = lines(
      code,
      at(0, 1),
      at(1, 2, { l: { 1: { a: `{'k': "it's"}`, b: "'x  y'", c: String.raw`'\''` } } }),
    );
    const right = (name: string, text: string): boolean | undefined =>
      judge(all, 0, { about: 'value', name, text })?.isRight;
    assert.equal(right('a', `{"k":"it's"}`), true);
    assert.equal(right('a', `{'k': 'it'}`), false);
    assert.equal(right('b', '"x  y"'), true);
    assert.equal(right('b', '"x y"'), false);
    assert.equal(right('c', String.raw` '\'' `), true);
    assert.equal(right('d', ''), undefined);
  });

  it('can be of the names that the frame has, and of those that it gets next', () => {
    assert.deepEqual(predictable(recording, 0), ['old']);
    assert.deepEqual(predictable(recording, 2), ['old', 'new']);
    assert.deepEqual(predictable(recording, 5), ['old', 'new', 'late']);
    assert.deepEqual(predictable(lines(code, at(0, 1)), 0), []);
  });
});
