/** Mistakes of an author's of which it is known where they stand. */
import fc from 'fast-check';
import { file } from './case.js';
import type { Case } from './case.js';

/** A mistake of one line, and what of it is wrong. */
const headMistakes = [
  ['levle: core', 'levle'],
  ['level: hard', 'hard'],
  ['order: first', 'first'],
  ['order: 1e3', '1e3'],
  ['related: [good, gone]', 'gone'],
  ['python: "^3.10"', '"^3.10"'],
  ['python: banana', 'banana'],
  ['sources: [http://a.b]', 'http://a.b'],
  ['topic: basics', 'topic'],
  ['__proto__: 1', '__proto__'],
  ['tags: { a: 1 }', 'tags'],
] as const;
const bodyMistakes = [
  ['[x](#nowhere)', '#nowhere'],
  ['[x](good.md#nowhere)', 'good.md#nowhere'],
  ['[](good.md)', 'good.md'],
  ['```python {name=s}\n```', '```python'],
  ['```python {name=s requires=","}\nx\n```', 'requires'],
  ['- [x](http://a.b)', 'http://a.b'],
  ['> [x](gone.md)', 'gone.md'],
  ['![x](files/gone.svg)', 'files/gone.svg'],
  ['A <b>bold</b> word', '<b>'],
  ['```python {name=s timout=30}\nx\n```', 'timout'],
  ['```python {name=s timeout=0}\nx\n```', 'timeout'],
  ['~~~python {name=s requires="a b"}\nx\n~~~', 'requires'],
  ['- ```python {name=s python="^3"}\n  x\n  ```', 'python'],
  ['```output {of=gone}\nx\n```', 'of'],
  ['```python {name="1 2"}\nx\n```', 'name'],
] as const;
const itemMistakes = [
  ['levle: core', 'levle'],
  ['level: hard', 'hard'],
  ['question: gone', 'gone'],
  ['explanation: "[x](#nowhere)"', '#nowhere'],
  ["accept: ['/(/']", "'/(/'"],
  ['accept: [/a/i]', '/a/i'],
  ['accept: [/usr/bin/]', '/usr/bin/'],
  ['accept: [b, b]', 'b'],
  ['accept: ["\\u2060"]', '"\\u2060"'],
  ['forgive: [case, case]', 'case'],
  ['explanation: "[x](good.md#nowhere)"', 'good.md#nowhere'],
  ['forgive: [accents]', 'accents'],
  ['kind: txet', 'txet'],
  ['prompt: ""', '""'],
] as const;

/** Blank lines and words around, so that the mistake stands anywhere. */
const around = fc.array(fc.constantFrom('', 'Words.', 'More words, `code`.', '\u00e4 🐍'), {
  maxLength: 6,
});

function misplaced(
  path: string,
  before: readonly string[],
  mistake: readonly [string, string],
  after: readonly string[],
): Case {
  return {
    kind: 'pack',
    file: path,
    ingredient: { kind: 'text', text: [...before, mistake[0], ...after, ''].join('\n') },
    isWrong: true,
    place: { line: before.length, text: mistake[1] },
  };
}

/** Mistakes that are told at their very place. */
export const places: fc.Arbitrary<Case> = fc.oneof(
  fc.tuple(fc.constantFrom(...headMistakes), fc.nat(3)).map(([mistake, blanks]) => {
    const key = mistake[0].slice(0, mistake[0].indexOf(':'));
    const isAgain = key === 'topic';
    const before = [
      '---',
      'title: A',
      ...Array<string>(blanks)
        .fill('tags: [a]')
        .slice(0, key === 'tags' ? 0 : 1),
    ];
    return misplaced(
      file.question,
      isAgain ? [...before, 'topic: basics'] : before,
      mistake,
      isAgain ? ['---', 'Text.'] : ['topic: basics', '---', 'Text.'],
    );
  }),
  fc
    .tuple(fc.constantFrom(...bodyMistakes), around, around)
    .map(([mistake, before, after]) =>
      misplaced(
        file.question,
        ['---', 'title: A', 'topic: basics', '---', ...before, ''],
        mistake,
        ['', ...after],
      ),
    ),
  fc.tuple(fc.constantFrom(...itemMistakes), fc.nat(3)).map(([mistake, others]) => {
    const key = mistake[0].slice(0, mistake[0].indexOf(':'));
    const fields = ['kind: text', 'question: good', 'prompt: Why?', 'accept: [a]'];
    const rest = fields.filter((field) => !field.startsWith(`${key}:`));
    const before = [
      'title: Q',
      'items:',
      ...Array.from(
        { length: others },
        (_, at) => `  - { id: i${at}, kind: text, question: good, prompt: P, accept: [a] }`,
      ),
      '  - id: last',
      ...rest.map((field) => `    ${field}`),
    ];
    return misplaced(file.quiz, before, [`    ${mistake[0]}`, mistake[1]], []);
  }),
);
