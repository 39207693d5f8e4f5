import assert from 'node:assert/strict';
import { gradeOutput, gradeText } from '../../../../src/core/quiz/grade.js';
import { text } from './items.js';

/** Whether what was typed counts where `accept` is wanted. */
function counts(accept: string, typed: string): boolean {
  return gradeText({ ...text, accept: [accept], forgive: [] }, typed).score === 1;
}

const output = {
  id: 'output',
  kind: 'output',
  question: 'gil',
  level: 'core',
  prompt: 'What?',
  explanation: '',
  python: '>=3.10',
  code: '',
} as const;

describe('A typed answer', () => {
  it('is right whatever quotes, dashes, blanks and accents the keyboard makes', () => {
    for (const typed of [
      "'a'",
      '‘a’',
      '‚a‘',
      '′a′',
      "`'a'`",
      ' ‘a’\u00a0',
      '＇ａ＇',
      "'\u200ba'",
      "``'a'``",
      "\u00a0`'a'` ",
      "` 'a' `",
      "\u200b 'a'",
    ])
      assert.ok(counts("'a'", typed), typed);
    for (const typed of ['"a"', '“a”', '„a“', '«a»', '＂a＂'])
      assert.ok(counts('"a"', typed), typed);
    for (const typed of ['cafe\u0301', 'café', 'caf\u00e9\ufeff'])
      assert.ok(counts('café', typed), typed);
    assert.ok(counts('cafe\u0301', 'café'));
    for (const typed of ['a\u00a0b', 'a\u3000b', 'a\u202fb', 'a\tb'])
      assert.ok(counts('a b', typed), typed);
    for (const typed of ['—slots', '–slots', '−−slots', '‑‑slots', '－－slots'])
      assert.ok(counts('--slots', typed), typed);
    for (const typed of ['a–>b', 'a−>b', 'a－＞b']) assert.ok(counts('a->b', typed), typed);
    assert.ok(counts('f(x, ...)', 'f（x， …）'));
    assert.ok(counts('->', '−>'));
    assert.ok(counts("''", '‘’'));
    assert.ok(counts('don’t', "don't"));
    assert.ok(counts('/(os\\.)?path-\\w+/', '`os.path‑like`'));
  });

  it('is wrong where the difference is the point', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['True', 'true'],
      ['is not', 'isnot'],
      ['==', '='],
      ['!=', '≠'],
      ['**', '*'],
      ["'a'", '"a"'],
      ["'a'", 'a'],
      ['-1', '1'],
      ['--x', '-x'],
      ['x²', 'x2'],
      ['½', '1/2'],
      ['é', 'e'],
      ['ß', 'ss'],
      ['—', '-'],
      ['’', "'"],
      ['`', ''],
      ['`', "'"],
      ['a', '`ab'],
      ['``', '````'],
      ['а', 'a'],
    ];
    for (const [accept, typed] of pairs) assert.ok(!counts(accept, typed), `${accept} ${typed}`);
  });

  it('is right as an output, too, unless what is printed has such signs itself', () => {
    const isRight = (answer: string, typed: string): boolean =>
      gradeOutput({ ...output, answer }, typed).score === 1;
    assert.ok(isRight("['a', 'b']\n-1", '[‘a’, ‘b’]\u00a0\n−1'));
    assert.ok(isRight('  x', '\u00a0\u00a0x'));
    assert.ok(!isRight('’', "'"));
    assert.ok(!isRight("'a'", '"a"'));
    assert.ok(!isRight('  x', ' x'));
  });
});
