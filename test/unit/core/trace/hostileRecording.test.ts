/** What a program writes into its own recording: what the recorder wrote is shown, and nothing of it makes the page fail. */
import assert from 'node:assert/strict';
import { Recording } from '../../../../src/core/trace/recording.js';

const code = {
  ...{ c: 0, name: '<module>', file: 'a.py', line: 1, cells: [], free: [], kind: 'body' },
};
const step = (n: number, more: object = {}): object => ({
  ...{ n, k: 'line', t: 0, o: [0, 0], s: [[0, 0, n]], ...more },
});
const text = (lines: readonly unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
const good = [
  { v: 1, python: '3.13.1', by: 'monitoring' },
  code,
  { thread: 0, name: 'MainThread' },
  step(1, {
    full: true,
    l: { '0': { a: '1', b: 7 } },
    h: { '7': { k: 'list', t: 'list', n: 1, v: ['1'] } },
  }),
];
const end = [step(2), { end: 'exit', steps: 2, left: 0, threads: 0 }];

function shown(recording: Recording): unknown {
  return Array.from({ length: recording.length }, (_, at) => [
    recording.at(at),
    recording.threadName(recording.threadAt(at)),
  ]);
}

describe('A recording into which the program wrote', () => {
  const own = shown(new Recording(text([...good, ...end])));
  for (const line of [
    '',
    'x',
    'null',
    '[]',
    '7',
    '{"k":"line"}',
    '{"n":1,"k":"line","t":0,"o":[0,0],"s":[[0,0]]}',
    step(3, { k: 'constructor' }),
    step(3, { k: '__proto__' }),
    step(3, { t: -1 }),
    step(3, { t: 4_000_000_000 }),
    step(3, { t: 0.5 }),
    step(3, { o: [0] }),
    step(3, { o: ['0', '0'] }),
    step(3, { s: [[0, 99, 1]] }),
    step(3, { s: 'abc' }),
    step(3, { s: [[0, 0, -1]] }),
    step(3, { w: [[1, [[0, 99, 1]], 0]] }),
    step(3, { w: {} }),
    step(3, { l: { '0': { a: { b: 1 } } } }),
    step(3, { l: [] }),
    step(3, { d: { '0': 'a' } }),
    step(3, { h: { '7': { k: 'list', t: 'list', v: [[1, 2, 3]] } } }),
    step(3, { h: { '7': { k: 'script', t: 'list' } } }),
    step(3, { h: { '7': { k: 'object', t: 'A', mro: 'A' } } }),
    step(3, { h: { '7': null } }),
    step(3, { g: '7' }),
    step(3, { v: null }),
    step(3, { full: 'yes' }),
    { c: 0, name: {}, file: 'a.py' },
    { c: -1, name: 'f', file: 'a.py', line: 1, cells: [], free: [], kind: 'function' },
    { c: 5, name: 'f', file: 'a.py', line: 1, cells: 'abc', free: [], kind: 'function' },
    { c: 5, name: 'f', file: 'a.py', line: 1, cells: [], free: [], kind: 'toString' },
    { thread: 4_000_000_000, name: 'a' },
    { thread: 'length', name: 'a' },
    { thread: 0, name: {} },
    { end: 7, left: 'all' },
    { python: 3 },
  ])
    it(`leaves out ${JSON.stringify(line).slice(0, 90)}`, () => {
      const recording = new Recording(text([...good, line, ...end]));
      assert.deepEqual(shown(recording), own);
      assert.equal(recording.python, '3.13.1');
      assert.equal(recording.end, 'exit');
      assert.equal(recording.gapAt, undefined);
      assert.equal(recording.threads, 1);
    });

  it('has no step whose code comes never, also where all are such', () => {
    const recording = new Recording(text([step(1), step(2)]));
    assert.equal(recording.length, 0);
    assert.equal(recording.end, 'killed');
  });

  it('says where steps are left out', () => {
    const recording = new Recording(text([...good, step(2), step(9), step(10)]));
    assert.equal(recording.gapAt, 2);
  });
});
