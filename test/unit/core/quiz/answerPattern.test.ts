import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';
import { compilePattern } from '../../../../src/core/quiz/answerPattern.js';

function matches(pattern: string, text: string, ignoreCase = false): boolean {
  const compiled = compilePattern(pattern, ignoreCase);
  assert.ok('matches' in compiled, JSON.stringify(compiled));
  return compiled.matches(text);
}

function faultOf(pattern: string): string {
  const compiled = compilePattern(pattern, false);
  assert.ok('fault' in compiled, `/${pattern}/ was taken`);
  return compiled.fault;
}

describe('A pattern of an accepted answer', () => {
  it('matches the whole answer', () => {
    assert.ok(matches('(os\\.)?cpu_count(\\(\\))?', 'os.cpu_count()'));
    assert.ok(!matches('cpu', 'cpu_count'));
    assert.ok(!matches('a|ab', 'abc'));
    assert.ok(matches('Straße', 'STRAßE', true));
    assert.ok(!matches('a', 'A'));
    assert.ok(matches('.\\u{1F40D}\\p{Lu}[^]', '🐍🐍Ä\n'));
  });

  it('takes no longer for repetitions of repetitions', () => {
    for (const pattern of ['((a+))+', '(a|a)*', 'a*a*a*a*a*a*a*a*', '(a?){30}a{30}'])
      assert.ok(!matches(pattern, `${'a'.repeat(100_000)}!`));
  });

  it('is refused, and its author told why, when it cannot be had so', () => {
    for (const pattern of ['(?=a)b', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', '\\\\\\1(a)'])
      assert.match(faultOf(pattern), /needs backtracking/, pattern);
    for (const pattern of ['(', '[z-a]', 'a{2,1}', '\\y'])
      assert.match(faultOf(pattern), /is no regular expression/, pattern);
    for (const pattern of ['a{201}', '(a{20}){20}(b{20}){20}(c{20}){20}', 'a{1,999999999}'])
      assert.match(faultOf(pattern), /repeats too much/, pattern);
    assert.match(faultOf('a'.repeat(301)), /too long: at most 300/);
    assert.ok(faultOf('('.repeat(301)).length < 200);
    assert.ok(matches('\\\\k', '\\k'), 'a backslash before a letter');
  });

  it('is refused at its line; the other forms count', () => {
    const { quiz, faults } = parseQuiz(
      'p',
      'quizzes/q.yaml',
      [
        'title: Q',
        'items:',
        '  - id: a',
        '    kind: text',
        '    question: gil',
        '    prompt: Why?',
        '    accept:',
        '      - yes it is',
        '      - /(?=a)a/',
      ].join('\n'),
      () => undefined,
    );
    assert.equal(quiz?.items.length, 1);
    assert.deepEqual(
      faults.map(({ file, line }) => [file, line]),
      [['quizzes/q.yaml', 8]],
    );
  });

  it('means what JavaScript means by it', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\d',
      '\\w',
      '[ab]',
      '[^a]',
      '\\.',
      '^',
      '$',
      '\\b',
    );
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        atom,
        tie('pattern').map((inner) => `(?:${inner})`),
        fc
          .tuple(atom, fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?'))
          .map(([one, times]) => (/^(?:[$^]|\\b)$/.test(one) ? one : one + times)),
        tie('pattern').map((inner) => `(${inner})*`),
      ),
      pattern: fc
        .array(fc.array(tie('part'), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 2,
        })
        .map((sides) => sides.map((parts) => parts.join('')).join('|')),
    }));
    const texts = fc.array(fc.constantFrom('a', 'b', 'A', '1', '.', ' ', '🐍'), { maxLength: 5 });
    fc.assert(
      fc.property(pattern, texts, fc.boolean(), (source, parts, ignoreCase) => {
        fc.pre(source.length <= 100);
        const text = parts.join('');
        const native = new RegExp(`^(?:${source})$`, ignoreCase ? 'iu' : 'u').test(text);
        const compiled = compilePattern(source, ignoreCase);
        if ('matches' in compiled) assert.equal(compiled.matches(text), native, source);
      }),
      { numRuns: 1000 },
    );
  });
});
