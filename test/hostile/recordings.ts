/** Recordings into which the recorded program wrote. */
import fc from 'fast-check';
import type { Case } from './case.js';
import { words } from './words.js';

const code = { c: 0, name: 'f', file: 'a.py', line: 1, cells: [], free: [], kind: 'function' };
const step = {
  ...{ n: 1, k: 'line', t: 0, o: [0, 0], s: [[0, 0, 1]], full: true },
  ...{ l: { '0': { a: 1 } }, h: { '1': { k: 'list', t: 'list', n: 1, v: ['1'] } } },
};
const own: readonly object[] = [
  code,
  { thread: 0, name: 'MainThread' },
  step,
  { python: '3.13' },
  { end: 'exit', left: 0 },
];

const values = fc.oneof(
  words,
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    -1,
    1e300,
    4_000_000_000,
    null,
    [],
    {},
    [[0, 99, 1]],
    'constructor',
    '../../etc/passwd',
  ),
);
/** A line of the recorder with one value that is another. */
const changed = fc
  .constantFrom(...own)
  .chain((line) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(line), 'w', 'd', 'g', 'v', '__proto__'), values)
      .map(([key, value]) => ({ ...line, [key]: value })),
  );
const line = fc.oneof(
  words,
  changed.map((each) => written(each)),
  fc.tuple(changed, fc.nat(80)).map(([each, cut]) => written(each).slice(0, cut)),
  fc.constantFrom(...own).map(written),
);

export const recordings: fc.Arbitrary<Case> = fc
  .array(line, { maxLength: 12 })
  .map((lines) => ({ kind: 'recording', text: [...own.map(written), ...lines].join('\n') }));

function written(value: unknown): string {
  try {
    return JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'bigint' || typeof each === 'symbol' ? String(each) : each,
    );
  } catch {
    return '{';
  }
}
