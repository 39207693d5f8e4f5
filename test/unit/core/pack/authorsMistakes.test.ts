import assert from 'node:assert/strict';
import { checkQuestion } from '../../../../src/core/pack/checkPack.js';
import type { Fault } from '../../../../src/core/pack/pack.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';

const contents = {
  questions: new Set(['a', 'gil', 'import-system']),
  files: new Set(['files/a.svg', 'files/diagrams/b.svg']),
};

function faultsOf(text: string): readonly Fault[] {
  const parsed = parseQuestion('p', 'questions/a.md', text);
  return [...parsed.faults, ...checkQuestion('questions/a.md', parsed, contents)];
}

const head = '---\ntitle: A\ntopic: t\n---\n';
const inBody = (body: string): string => `${head}${body}\n`;

/** The characters that a problem is shown under. */
function marked(text: string, { line, columns }: Fault): string | undefined {
  return columns && text.split('\n')[line]?.slice(...columns);
}

/** What an author writes, what is marked in it, and what the problem says. */
const mistakes: readonly (readonly [text: string, mark: string | undefined, told: RegExp])[] = [
  ['---\ntitle: A\ntopic: t\nlevle: core\n---\n', 'levle', /did you mean “level”/],
  ['---\ntitle: A\ntopic: t\nconstructor: x\n---\n', 'constructor', /no key “constructor”/],
  ['---\ntitle: A\ntopic: t\n__proto__: x\n---\n', '__proto__', /no key “__proto__”/],
  ['---\ntitle: A\ntopic: t\ntitle: B\n---\n', 'title', /stands twice/],
  ['---\ntitle: A\ntopic: t\norder: 1e3\n---\n', '1e3', /must be a number/],
  ['---\ntitle: A\ntopic: t\npython: "^3.10"\n---\n', '"^3.10"', /did you mean “>=3.10”/],
  ['---\ntitle: A\ntopic: t\npython: 3.12\n---\n', '3.12', /did you mean “==3.12.\*”/],
  ['---\ntitle: A\ntopic: t\nsources: [http://a.b]\n---\n', 'http://a.b', /https:\/\//],
  ['---\ntitle: A\ntopic: t\nshort: A title that is far too long\n---\n', undefined, /24/],
  ['---\ntitle: A\ntopic: t\nrelated: [gil, gli]\n---\n', 'gli', /did you mean “gil”/],
  ['---\ntitle: A\ntopic: t\nrelated: [gil, gil]\n---\n', 'gil', /“gil” stands twice/],
  ['---\ntitle: A\ntopic: t\nprerequisites: [a]\n---\n', 'a', /to itself/],
  ['---\ntitle: A\ntopic: t\ntags: [a, b, a]\n---\n', 'a', /“a” stands twice/],
  ['---\ntitle: A\ntopic: t\ntags: [a, ""]\n---\n', '""', /must not be empty/],
  ['---\ntitle: A\ntopic: t\nrelated: { gil: 1 }\n---\n', undefined, /must be a list/],
  ['---\ntitle: A\n---\n', undefined, /“topic”: It is missing/],
  ['---\n---\n', undefined, /must be keys with their values/],
  ['---\ntitle: A\ntopic: *b\n---\n', '*b', /no anchor/],
  [inBody('```python {name=a timout=30}\n```'), 'timout=30', /did you mean “timeout”/],
  [inBody('```python {name=a pyhton=">=3.1"}\n```'), 'pyhton=">=3.1"', /did you mean “python”/],
  [inBody('```python {name=a constructor=1}\n```'), 'constructor=1', /no attribute/],
  [inBody('```python {name=a timeout=0}\n```'), 'timeout=0', /from 1 to 600/],
  [inBody('```python {name=a timeout=3000000}\n```'), 'timeout=3000000', /from 1 to 600/],
  [inBody('```python {name=a timeout=1e9}\n```'), 'timeout=1e9', /from 1 to 600/],
  [inBody('```python {name=a exit=256}\n```'), 'exit=256', /from 0 to 255/],
  [inBody('```python {name=a python="3.12"}\n```'), 'python="3.12"', /==3.12/],
  [inBody('```python {name=a requires="a, @@"}\n```'), undefined, /no requirement/],
  [inBody('```python {name=a requires="b; c"}\n```'), undefined, /no requirement/],
  [
    inBody('```python {name=a}\n```\n```output {of=a}\n```\n```output {of=a stream=stdout}\n```'),
    'of=a',
    /“a” prints to stdout stands twice/,
  ],
  [inBody('```python {name=9}\n```'), 'name=9', /no name/],
  [inBody('```python {name=con}\n```'), 'name=con', /device/],
  [inBody("```python {name='a'}\n```"), "'a'}", /double quotes/],
  [inBody('```python {name = a}\n```'), undefined, /no attribute of a fence/],
  [inBody('```python title\n```'), 'title', /not in braces/],
  [inBody('```python {name=a\n```'), undefined, /missing/],
  [inBody('```python {timeout=30}\n```'), 'timeout=30', /needs a snippet/],
  [inBody('```py {name=a}\n```'), 'name=a', /language is “python”/],
  [inBody('```python {name=a}\n```\n```python {name=A}\n```'), 'name=A', /case only/],
  [inBody('```python {name=a}\n```\n```output {of=b}\n```'), 'of=b', /no snippet “b”/],
  [inBody('```python {name=a}\n```\n```output {stream=stdout}\n```'), undefined, /whose it is/],
  [inBody('```python {name=a}\n```\n```output {of=a stream=err}\n```'), 'stream=err', /stderr/],
  [inBody('```python {name=a}\n```\n```c {file=constructor}\n```'), 'file=constructor', /whose/],
  [inBody('```python {name=a}\n```\n```c {file=nul.c of=a}\n```'), 'file=nul.c', /no path/],
  [inBody('```python {name=a}\n```\n```c {file=b. of=a}\n```'), 'file=b.', /no path/],
  [
    inBody('```python {name=a}\n```\n```c {file=b.c of=a}\n```\n```c {file=B.c of=a}\n```'),
    'file=B.c',
    /twice/,
  ],
  [
    inBody('```python {name=a}\n```\n```c {file=b of=a}\n```\n```c {file=b/c of=a}\n```'),
    'file=b/c',
    /file and a folder/,
  ],
  [inBody('```python {name=a}\nprint()'), undefined, /never closes/],
  [inBody('See [it](http://a.b).'), 'http://a.b', /https:\/\//],
  [inBody('See [it](mailto:a@b.c).'), 'mailto:a@b.c', /not followed/],
  [inBody('See <a@b.c>.'), undefined, /not followed/],
  [inBody('See <http://a.b>.'), 'http://a.b', /https:\/\//],
  [inBody('See [it](//a.b/c).'), '//a.b/c', /not followed/],
  [inBody('See [it](javascript:x).'), 'javascript:x', /not followed/],
  [inBody('See [it](sub/gil.md).'), 'sub/gil.md', /not followed/],
  [inBody('See\n[it](imports-system.md#a).'), undefined, /did you mean “import-system”/],
  [inBody('See [it][there].'), undefined, /no reference/],
  [inBody('## Pitfalls\n\nSee [it](#pitfals).'), undefined, /did you mean “pitfalls”/],
  [inBody('A <b>bold</b> word.'), '<b>', /HTML/],
  [inBody('![a](files/c.svg)'), 'files/c.svg', /did you mean “files\/a.svg”/],
  [inBody('![a](https://a.b/c.png)'), 'https://a.b/c.png', /not shown/],
  [inBody('![a](files/../../x.svg)'), 'files/../../x.svg', /not shown/],
];

describe('an author’s mistake in a question', () => {
  for (const [text, mark, told] of mistakes) {
    it(`is told at its place: ${JSON.stringify(text.replace(head, ''))}`, () => {
      const faults = faultsOf(text);
      assert.equal(faults.length, 1, JSON.stringify(faults));
      const [fault] = faults;
      assert.match(fault?.message ?? '', told);
      if (mark !== undefined && fault)
        assert.ok(marked(text, fault)?.startsWith(mark), JSON.stringify(fault));
    });
  }

  for (const body of [
    '## How it works\n\nSee [it](#how-it-works), [that](#How-it-works) and [a](gil.md#pitfalls).',
    '## What’s new?\n\nAs on GitHub: [it](#whats-new). As here: [it](#what-s-new).',
    'See [it](question:gil), [it](./gil.md), [it][1] and <https://a.b>.\n\n[1]: https://a.b',
    '![a](./files/a.svg) ![b](files/diagrams/b.svg)',
    '`<b>` and `[a][b]`, 1 < 2 > 0',
    '~~~python {name="one-two" python="~=3.10"}\n```\n~~~\n\n- a list\n\n  ````python {name=two}\n  ```\n  ````',
    '---\n\nA rule above.',
  ])
    it(`is not seen in ${JSON.stringify(body)}`, () => {
      assert.deepEqual(faultsOf(inBody(body)), []);
    });
});

const item = (more: string): string =>
  `title: T\nitems:\n  - id: a\n    question: gil\n    prompt: P\n${more}`;

describe('the author’s own characters in a quiz', () => {
  for (const [written, meant] of [
    ['3.10', '3.10'],
    ['True', 'True'],
    ['0x10', '0x10'],
    ['1e3', '1e3'],
    ['~', '~'],
    ['null', 'null'],
    ['2024-01-01', '2024-01-01'],
    ['1_000', '1_000'],
    ['.5', '.5'],
    ['"a\\tb"', 'a\tb'],
    ["'it''s'", "it's"],
    ['+1', '+1'],
    ['yes', 'yes'],
  ] as const) {
    it(`are kept of ${written}`, () => {
      const more = [
        `    kind: text\n    accept: [${written}]\n`,
        `  - id: b\n    question: gil\n    prompt: P\n    kind: output\n    code: x\n    answer: ${written}\n`,
        `  - id: c\n    question: gil\n    prompt: P\n    kind: single\n    options: [{ text: ${written}, correct: true }, { text: no }]\n`,
        `  - id: d\n    question: gil\n    prompt: P\n    kind: order\n    lines: [${written}, other]\n`,
      ].join('');
      const { quiz, faults } = parseQuiz('p', 'quizzes/a.yaml', item(more), () => undefined);
      assert.deepEqual(faults, []);
      const [text, output, single, order] = quiz?.items ?? [];
      assert.deepEqual(text?.kind === 'text' && text.accept, [meant]);
      assert.equal(output?.kind === 'output' && output.answer, meant);
      assert.equal(single?.kind === 'single' && single.options[0]?.text, meant);
      assert.equal(order?.kind === 'order' && order.lines[0], meant);
    });
  }

  for (const [more, line, told] of [
    ['    kind: single\n    optoins: []\n', 6, /did you mean “options”/],
    ['    kind: order\n    lines: [a, b]\n    correct: yes\n', 7, /no key “correct”/],
    ['    kind: text\n    accept: [[a]]\n', 6, /must be text/],
    ['    kind: text\n    accept: [a]\n    pormpt: b\n', 7, /did you mean “prompt”/],
    [`    kind: order\n    lines: [${'a, '.repeat(300)}b]\n`, 6, /30 lines/],
    [
      '    kind: single\n    options: [{ text: a, correct: yes }, { text: b }]\n',
      6,
      /true or false/,
    ],
    ['    kind: text\n    accept: [""]\n', 6, /must not be empty/],
    ['    kind: text\n    accept: ["a\\nb"]\n', 6, /one line/],
    ['    kind: text\n    accept: [a]\n    forgive: case\n', 7, /is a list/],
    ['    kind: code\n    starter: a\n    checks: [b]\n', 2, /“items.0.solution”: It is missing/],
    [
      '    kind: single\n    options: [{ text: a, correct: true }, { text: "a " }]\n',
      6,
      /the same/,
    ],
    [
      '    kind: single\n    options: [{ text: "", correct: true }, { text: a }]\n',
      6,
      /has a text/,
    ],
    ['    kind: single\n    options: [a, b]\n', 6, /must be keys with their values/],
    [`    kind: text\n    accept: ${'['.repeat(50)}${']'.repeat(50)}\n`, 6, /nests too deep/],
  ] as const)
    it(`are told where they mean nothing: ${more.slice(0, 60).trim()}`, () => {
      const { faults } = parseQuiz('p', 'quizzes/a.yaml', item(more), () => undefined);
      const found = faults.find(({ message }) => told.test(message));
      assert.equal(found?.line, line, JSON.stringify(faults));
    });

  it('are told of once where they would make very many values, or nest very deep', () => {
    const tens = (of: string): string => `[${Array<string>(10).fill(of).join(', ')}]`;
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `k${at}: &k${at} ${tens(at === 0 ? 'x' : `*k${at - 1}`)}\n`,
    );
    for (const text of [`${laughs.join('')}title: T\nitems: *k8\n`, `items: ${'['.repeat(5000)}`]) {
      const { quiz, faults } = parseQuiz('p', 'quizzes/a.yaml', text, () => undefined);
      assert.equal(quiz, undefined);
      assert.equal(faults.length, 1, JSON.stringify(faults));
    }
  });

  for (const name of ['mixed', 'nul', 'Final Exam', 'a'.repeat(81)])
    it(`are refused as the name of a file: ${name.slice(0, 20)}`, () => {
      const text = item('    kind: text\n    accept: [a]\n');
      const { quiz, faults } = parseQuiz('p', `quizzes/${name}.yaml`, text, () => undefined);
      assert.equal(quiz, undefined);
      assert.equal(faults.length, 1);
    });
});
