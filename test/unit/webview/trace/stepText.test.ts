import assert from 'node:assert/strict';
import { changesIn } from '../../../../src/core/trace/changes.js';
import { Recording } from '../../../../src/core/trace/recording.js';
import { placesOf } from '../../../../src/webview/trace/slots.js';
import { stepText } from '../../../../src/webview/trace/stepText.js';

/** Two names of one list, which then grows; a second list comes, and the first goes. */
const recording = new Recording(
  [
    { v: 1, python: '3.13.0', by: 'monitoring' },
    { c: 1, name: '<module>', file: 'a.py', line: 1, cells: [], free: [], kind: 'body' },
    {
      ...{ n: 1, k: 'line', t: 0, o: [0, 0], s: [[1, 1, 3]], full: true },
      ...{
        l: { 1: { rows: 1, copy: 1 } },
        h: { 1: { k: 'list', t: 'list', n: 2, v: ['1', '2'] } },
      },
    },
    {
      ...{ n: 2, k: 'line', t: 0, o: [0, 0], s: [[1, 1, 4]] },
      ...{
        l: { 1: { total: '12' } },
        h: { 1: { k: 'list', t: 'list', n: 3, v: ['1', '2', '3'] } },
      },
    },
    {
      ...{ n: 3, k: 'line', t: 0, o: [0, 0], s: [[1, 1, 5]] },
      ...{ l: { 1: { rows: 2 } }, h: { 2: { k: 'list', t: 'list', n: 0, v: [] } } },
    },
    {
      ...{ n: 4, k: 'return', t: 0, o: [0, 0], s: [[1, 1, 5]], v: 'None' },
      ...{ d: { 1: ['copy'] }, g: [1], h: { 3: { k: 'set', t: 'set', n: 0, v: [] } } },
    },
    { end: 'exit', steps: 4, left: 0 },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n'),
);
const textAt = (index: number): string =>
  stepText(recording.at(index), changesIn(recording.at(index), recording.at(index - 1)));

describe('The words of a step', () => {
  it('say what runs next, what changed, and which names share it', () => {
    assert.equal(
      textAt(1),
      'Next: the module, line 4; total becomes 12; list #1, which rows and copy share, has 3 items',
    );
  });

  it('say what is returned', () => {
    assert.match(textAt(3), /^Returns None: the module, line 5/);
  });
});

describe('The place of an object', () => {
  it('stays as long as the object lives, and is taken again afterwards', () => {
    const places = placesOf(recording).map((at) => Object.fromEntries(at));
    assert.deepEqual(places, [{ 1: 0 }, { 1: 0 }, { 1: 0, 2: 1 }, { 2: 1, 3: 0 }]);
  });
});
