import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareOutput } from '../../../src/core/outputComparison.js';
import type { OutputComparison } from '../../../src/core/outputComparison.js';
import { showBlanks } from '../../../src/core/outputDiff.js';
import type { ExpectedOutput } from '../../../src/core/pack/pack.js';

function expected(text: string, more: Partial<ExpectedOutput> = {}): ExpectedOutput {
  return { stream: 'stdout', text, unordered: false, ...more };
}

function compare(
  text: string,
  actual: string,
  more: Partial<ExpectedOutput> = {},
): OutputComparison {
  return compareOutput([expected(text, more)], { stdout: actual, stderr: '' }, '3.12.1');
}

function shown(comparison: OutputComparison): string[] {
  const marks = { same: ' ', missing: '-', extra: '+' } as const;
  return comparison.diff.map(({ kind, text }) => marks[kind] + text);
}

describe('Expected output', () => {
  it('matches line by line, blanks at the ends aside', () => {
    assert.ok(compare('a\nb', 'a  \r\nb\t\n\n\n').matches);
    assert.ok(!compare('a\nb', 'a\n\nb').matches);
    assert.ok(!compare('a', ' a').matches);
    assert.ok(compare('', '\n').matches);
  });

  it('matches any text where it has dots, also over lines', () => {
    assert.ok(compare('at 0x...>', 'at 0x7f00>').matches);
    assert.ok(compare('first\n...\nlast', 'first\n1\n2\nlast').matches);
    assert.ok(
      compare('Traceback...Error: no', 'Traceback (most recent)\n  x\nValueError: no').matches,
    );
    assert.ok(!compare('a...a', 'a').matches);
    assert.ok(!compare('a...b...c', 'a c b').matches);
    for (const [pattern, text] of [
      ['a...b', 'ab'],
      ['a...b...c', 'abc'],
      ['a...b...b...c', 'abbc'],
      ['...', ''],
      ['...b...', 'b'],
    ] as const)
      assert.ok(compare(pattern, text).matches, `${pattern} takes ${text}: the dots may be empty`);
    for (const [pattern, text] of [
      ['a...b', 'a b c'],
      ['a...b', '0 a b'],
      ['...b...b...', 'b'],
      ['a...bc...c', 'abc'],
      ['a...ab...b', 'ab'],
    ] as const)
      assert.ok(!compare(pattern, text).matches, `${pattern} does not take ${text}`);
  });

  it('is judged as a terminal shows it', () => {
    assert.ok(compare('100 %', '\r 50 %\r100 %\n').matches);
    assert.ok(compare('red and\nplain', '\u001b[31mred\u001b[0m and\r\nplain\n').matches);
    assert.ok(compare('first\nsecond', 'a\nb\n\u001b[2Afirst\nsecond\n').matches);
    assert.ok(compare('b\na', 'a\n\u001b[1mb\u001b[0m\n', { unordered: true }).matches);
    assert.ok(!compare('100 %', '\r100 %\r 50 %').matches);
  });

  it('matches lines in any order where it says so', () => {
    assert.ok(compare('a\nb\nb', 'b\na\nb', { unordered: true }).matches);
    assert.ok(!compare('a\nb\nb', 'b\na\na', { unordered: true }).matches);
    assert.ok(compare('w... done\nw1 done', 'w1 done\nw2 done', { unordered: true }).matches);
    assert.ok(compare('w1...\nw...', 'w2\nw1', { unordered: true }).matches);
    assert.ok(compare('a\n...', 'x\na\ny', { unordered: true }).matches);
    assert.deepEqual(shown(compare('a\nb', 'c\na', { unordered: true })), ['-b', '+c']);
  });

  it('is the one for the interpreter, and says when another Python prints this', () => {
    const fences = [expected('old'), expected('new', { python: '>=3.13' })];
    const on = (version: string, stdout: string): OutputComparison =>
      compareOutput(fences, { stdout, stderr: '' }, version);
    assert.ok(on('3.12.1', 'old').matches);
    assert.ok(on('3.13.0', 'new').matches);
    assert.ok(on('3.13.0rc1', 'new').matches);
    assert.equal(on('3.13.0', 'old').matches, false);
    assert.equal(on('3.12.1', 'new').expectedOn, '>=3.13');
    assert.equal(on('3.12.1', 'neither').expectedOn, undefined);
  });

  it('compares nothing when no expectation is for this interpreter', () => {
    const result = compareOutput(
      [expected('x', { python: '<3' })],
      { stdout: 'y', stderr: '' },
      '3.12.1',
    );
    assert.deepEqual(result, { matches: true, compared: [], diff: [] });
  });

  it('knows both streams', () => {
    const fences = [expected('out'), expected('err', { stream: 'stderr' })];
    const result = compareOutput(fences, { stdout: 'out', stderr: 'oops' }, '3.12.1');
    assert.equal(result.differs, 'stderr');
    assert.deepEqual(result.compared, ['stdout', 'stderr']);
    assert.deepEqual(shown(result), ['-err', '+oops']);
  });

  it('shows what is missing and what is too much, with blanks that can be seen', () => {
    assert.deepEqual(shown(compare('a\n  b\nc', 'a\n\tb\nc\nd')), [
      ' a',
      '-··b',
      '+→b',
      ' c',
      '+d',
    ]);
    assert.deepEqual(shown(compare('a\n\nb', 'a\nb')), [' a', '-↵', ' b']);
    assert.deepEqual(shown(compare('a\n...\nz', 'a\n1\n2\ny')), [' a', ' 1', ' 2', ' y', '-z']);
  });

  it('makes the blanks visible that matter and leaves single spaces', () => {
    assert.equal(showBlanks(' a b  c\td '), '·a b··c→d·');
    assert.equal(showBlanks('\u001b[1m\u00a0\u200b'), '␛[1m⍽\ufffd');
  });

  it('finds a line for each of two thousand patterns, whatever their order', () => {
    const numbers = Array.from({ length: 2000 }, (_, n) => n);
    const patterns = numbers.map((n) => `line ${n} took ... ms`).join('\n');
    const printed = numbers.map((n) => `line ${n} took ${n} ms`);
    assert.ok(compare(patterns, printed.reverse().join('\n'), { unordered: true }).matches);
    const other = [...printed.slice(1), 'oops'].join('\n');
    const result = compare(patterns, other, { unordered: true });
    assert.deepEqual(shown(result), ['-line 1999 took ... ms', '+oops']);
  });

  it('gives a pattern another line when one fits this line only', () => {
    const line = fc.stringMatching(/^[ab]{1,3}$/);
    const pattern = fc.constantFrom('a...', '...b', 'a...b', '...a...', 'aa...', '...bb');
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 5 }),
        fc.array(line, { maxLength: 5 }),
        (patterns, lines) => {
          const isPossible = (from: number, left: readonly string[]): boolean =>
            from === patterns.length
              ? left.length === 0
              : left.some((one, at) => {
                  const fits = compare(patterns[from] ?? '', one).matches;
                  return fits && isPossible(from + 1, left.toSpliced(at, 1));
                });
          const { matches } = compare(patterns.join('\n'), lines.join('\n'), { unordered: true });
          assert.equal(matches, isPossible(0, lines));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('copes with a hundred thousand lines', function () {
    this.timeout(60_000);
    const lines = Array.from({ length: 100_000 }, (_, n) => `line ${n}`);
    const text = lines.join('\n');
    assert.ok(compare(text, text).matches);
    const result = compare(text, [...lines.slice(0, 5), 'other', ...lines.slice(6)].join('\n'));
    assert.ok(!result.matches);
    assert.deepEqual(shown(result), [
      ' … 2 more lines …',
      ' line 2',
      ' line 3',
      ' line 4',
      '-line 5',
      '+other',
      ' line 6',
      ' line 7',
      ' line 8',
      ' … 99991 more lines …',
    ]);
    const nothingAlike = compare(text, lines.map((line) => `${line}!`).join('\n'));
    assert.ok(nothingAlike.diff.length <= 500);
  });

  it('always matches itself and shows a difference whenever it does not match', () => {
    const text = fc
      .array(fc.stringMatching(/^[ab. ]{0,4}$/), { maxLength: 6 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.boolean(), (wanted, actual, unordered) => {
        if (!wanted.includes('...')) assert.ok(compare(wanted, wanted, { unordered }).matches);
        const result = compare(wanted, actual, { unordered });
        const differs = result.diff.some(({ kind }) => kind !== 'same');
        if (result.matches) assert.equal(differs, false);
        else if (!wanted.includes('...')) assert.ok(differs);
      }),
    );
  });
});
