import assert from 'node:assert/strict';
import { checkInfo, checkQuestion, checkQuiz } from '../../../../src/core/pack/checkPack.js';
import type { Fault, Snippet } from '../../../../src/core/pack/pack.js';
import { parsePackInfo } from '../../../../src/core/pack/parsePack.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';
import { settleSections } from '../../../../src/core/pack/sectionLinks.js';

const contents = {
  questions: new Set(['a', 'gil', 'import-system']),
  files: new Set(['files/a.svg', 'files/diagrams/b.svg']),
};

async function faultsOf(text: string): Promise<readonly Fault[]> {
  const parsed = parseQuestion('p', 'questions/a.md', text);
  const found = [...parsed.faults, ...checkQuestion('questions/a.md', parsed, contents)];
  return settleSections(found, () => Promise.resolve('## Pitfalls\n'));
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
  [inBody('```python {name=a timout=30}\nx\n```'), 'timout=30', /did you mean “timeout”/],
  [inBody('```python {name=a pyhton=">=3.1"}\nx\n```'), 'pyhton=">=3.1"', /did you mean “python”/],
  [inBody('```python {name=a constructor=1}\nx\n```'), 'constructor=1', /no attribute/],
  [inBody('```python {name=a timeout=0}\nx\n```'), 'timeout=0', /from 1 to 600/],
  [inBody('```python {name=a timeout=3000000}\nx\n```'), 'timeout=3000000', /from 1 to 600/],
  [inBody('```python {name=a timeout=1e9}\nx\n```'), 'timeout=1e9', /from 1 to 600/],
  [inBody('```python {name=a exit=256}\nx\n```'), 'exit=256', /from 0 to 255/],
  [inBody('```python {name=a python="3.12"}\nx\n```'), 'python="3.12"', /==3.12/],
  [inBody('```python {name=a trace=3}\nx = 1\ny = 2\n```'), 'trace=3', /has 2 lines/],
  [inBody('```python {name=a trace="1,2-9"}\nx = 1\n```'), 'trace="1,2-9"', /has 1 line\./],
  [inBody('```python {name=a trace=0}\nx = 1\n```'), 'trace=0', /“7” or “3,7-9”/],
  [inBody('```python {name=a trace="2-1"}\nx = 1\ny = 2\n```'), 'trace="2-1"', /“3,7-9”/],
  [inBody('```python {name=a trace=yes}\nx = 1\n```'), 'trace=yes', /it is “no”, or the lines/],
  [inBody('```python {name=a trace=2}\nx = 1\n\ny = 2\n```'), 'trace=2', /line 2, .* no code/],
  [inBody('```python {name=a trace=1}\n# so\ny = 2\n```'), 'trace=1', /line 1, .* no code/],
  [inBody('```python {name=a trace=no watch="x"}\nx = 1\n```'), 'watch="x"', /trace=no/],
  [inBody('```python {name=a watch=" "}\nx = 1\n```'), 'watch=" "', /at most 80 characters/],
  [
    inBody('```python {name=a watch="what add_all() keeps"}\nadd_al = [1]\n```'),
    'watch="what add_all',
    /no name “add_all”; did you mean “add_al”/,
  ],
  [inBody('```python {trace=1}\nx = 1\n```'), 'trace=1', /needs a snippet/],
  [inBody('```python {name=a}\nx\n```\n```output {of=a trace=1}\n```'), 'trace=1', /no attribute/],
  [inBody('```python {name=a requires="a, @@"}\nx\n```'), undefined, /no requirement/],
  [inBody('```python {name=a requires="b; c"}\nx\n```'), undefined, /no requirement/],
  [
    inBody(
      '```python {name=a}\nx\n```\n```output {of=a}\n```\n```output {of=a stream=stdout}\n```',
    ),
    'of=a',
    /“a” prints to stdout stands twice/,
  ],
  [inBody('```python {name=9}\nx\n```'), 'name=9', /no name/],
  [inBody('```python {name=con}\nx\n```'), 'name=con', /device/],
  [inBody("```python {name='a'}\nx\n```"), "'a'}", /double quotes/],
  [inBody('```python {name = a}\nx\n```'), undefined, /no attribute of a fence/],
  [inBody('```python title\n```'), 'title', /not in braces/],
  [inBody('```python {name=a\n```'), undefined, /missing/],
  [inBody('```python {timeout=30}\nx\n```'), 'timeout=30', /needs a snippet/],
  [inBody('```py {name=a}\n```'), 'name=a', /language is “python”/],
  [inBody('```python {name=a}\nx\n```\n```python {name=A}\nx\n```'), 'name=A', /case only/],
  [inBody('```python {name=a}\nx\n```\n```output {of=b}\n```'), 'of=b', /no snippet “b”/],
  [inBody('```python {name=a}\nx\n```\n```output {stream=stdout}\n```'), undefined, /whose it is/],
  [inBody('```python {name=a}\nx\n```\n```output {of=a stream=err}\n```'), 'stream=err', /stderr/],
  [inBody('```python {name=a}\nx\n```\n```c {file=constructor}\n```'), 'file=constructor', /whose/],
  [inBody('```python {name=a}\nx\n```\n```c {file=nul.c of=a}\n```'), 'file=nul.c', /no path/],
  [inBody('```python {name=a}\nx\n```\n```c {file=b. of=a}\n```'), 'file=b.', /no path/],
  [
    inBody('```python {name=a}\nx\n```\n```c {file=b.c of=a}\n```\n```c {file=B.c of=a}\n```'),
    'file=B.c',
    /twice/,
  ],
  [
    inBody('```python {name=a}\nx\n```\n```c {file=b of=a}\n```\n```c {file=b/c of=a}\n```'),
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
  [inBody('See [it](gil.md#pitfals).'), 'gil.md#pitfals', /in “gil”; did you mean “pitfalls”/],
  [inBody('See [it](question:gil#x) and [that](gil.md#pitfalls).'), 'question:gil#x', /“#x”/],
  [inBody('See [](gil.md).'), 'gil.md', /no text/],
  [inBody('See [it]().'), '()', /not followed/],
  [inBody('![](files/a.svg)'), 'files/a.svg', /alternative text/],
  [head, undefined, /no text below/],
  [inBody('```python {name=a}\n```'), undefined, /holds no code/],
  [inBody('```python {name=a requires=","}\nx\n```'), 'requires=","', /must be installed/],
  [inBody('```python {name=a requires="b,b"}\nx\n```'), 'requires="b,b"', /stands twice/],
  [inBody('```python {name=a stdin}\nx\n```'), 'stdin', /needs a value/],
  [inBody('```python {name=a python=""}\nx\n```'), 'python=""', /needs a value/],
  [
    inBody('```python {name=a python=">=3.12"}\nx\n```\n```output {of=a python="<3.12"}\n```'),
    'python="<3.12"',
    /no such Python/,
  ],
  [inBody('## Pitfalls\n\nSee [it](#pitfals).'), undefined, /did you mean “pitfalls”/],
  [inBody('A <b>bold</b> word.'), '<b>', /HTML/],
  [inBody('![a](files/c.svg)'), 'files/c.svg', /did you mean “files\/a.svg”/],
  [inBody('![a](https://a.b/c.png)'), 'https://a.b/c.png', /not shown/],
  [inBody('![a](files/../../x.svg)'), 'files/../../x.svg', /not shown/],
];

describe('an author’s mistake in a question', () => {
  for (const [text, mark, told] of mistakes) {
    it(`is told at its place: ${JSON.stringify(text.replace(head, ''))}`, async () => {
      const faults = await faultsOf(text === head ? text : text.replace(/---\n$/, '---\nText.\n'));
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
    '~~~python {name="one-two" python="~=3.10"}\nx\n```\n~~~\n\n- a list\n\n  ````python {name=two}\n  ```\n  ````',
    '---\n\nA rule above.',
  ])
    it(`is not seen in ${JSON.stringify(body)}`, async () => {
      assert.deepEqual(await faultsOf(inBody(body)), []);
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

  it('are told with the word that was meant where “kind” itself is misspelled', () => {
    const text = item('    knid: text\n    accept: [x]\n');
    const { faults } = parseQuiz('p', 'quizzes/a.yaml', text, () => undefined);
    const [fault, ...more] = faults.filter(({ message }) => message.startsWith('There is no key'));
    assert.deepEqual(more, []);
    assert.match(fault?.message ?? '', /“knid” here; did you mean “kind”\?$/);
    assert.deepEqual([fault?.line, fault?.columns], [5, [4, 8]]);
  });

  const code = 'kind: code, starter: a, solution: b';
  const order = 'kind: order, lines: [a, b]';
  const defect = 'kind: defect, code: "a\\nb\\nc", checks: [d]';
  const two = 'repairs: [{ code: x, correct: true }, { code: y }]';
  for (const [fields, mark, told] of [
    ['kind: text, accept: [/a/i]', '/a/i', /no flags.*“\/a\/” with “forgive: \[case\]”/],
    ["kind: text, accept: ['/a+/gm']", "'/a+/gm'", /no flags.*“\/a\+\/”/],
    ["kind: text, accept: ['/a+$']", "'/a+$'", /between two slashes/],
    ['kind: text, accept: [/usr/bin/]', '/usr/bin/', /accepts “usr\/bin” alone/],
    ['kind: text, accept: [b, a, "`b`"]', '"`b`"', /accepted already/],
    ['kind: text, accept: [b, B], forgive: [case]', 'B', /accepted already/],
    ['kind: text, accept: [a], forgive: [case, case]', 'case]', /stands twice/],
    ['kind: text, accept: ["\\u200b"]', '"\\u200b"', /shows nothing/],
    ['kind: order, lines: [a, b, a]', 'a]', /stands twice/],
    ['kind: order, lines: [a, ""]', '""', /must not be empty/],
    [`${order}, distractors: [c, c]`, 'c]', /stands twice/],
    [`${order}, distractors: [" b"]`, '" b"', /distracts nobody: it is line 2/],
    [`${order}, accept: [[2, 1], [2, 1]]`, '[2, 1]]', /accepted already/],
    [`${order}, accept: [[1, 2]]`, '[1, 2]', /accepted already/],
    [`${order}, accept: [[2, 0]]`, undefined, /names every line once/],
    ['kind: output, code: x', 'x', /add “answer”/],
    ['kind: output, snippet: gil/s, answer: x', 'x', /snippet “gil\/s” says it/],
    ['kind: output, snippet: gil/s, python: ">=3.12"', '">=3.12"', /snippet “gil\/s” says it/],
    [`${code}, checks: [""]`, '""', /checks nothing/],
    [`${code}, checks: ["# later"]`, '"# later"', /checks nothing/],
    [`${code}, checks: [c, c]`, 'c]', /stands twice/],
    [`${code}, checks: [c], alternatives: [b]`, 'b]', /stands twice/],
    [
      `${code}, checks: [c], wrong: [{ code: d, misconception: e }, { code: d, misconception: f }]`,
      'd, misconception: f',
      /stands twice/,
    ],
    ['kind: code, starter: b, solution: b, checks: [c]', 'b, solution', /is the solution/],
    [`${defect}, faulty: [1, 1], ${two}`, '1], repairs', /Line 1 stands twice/],
    [`${defect}, faulty: 4, ${two}`, '4', /no line 4/],
    [
      `${defect}, faulty: 1, repairs: [{ code: x, correct: true, lines: [2, 9] }, { code: y }]`,
      '9',
      /no line 9/,
    ],
    [
      `${defect}, faulty: 1, repairs: [{ code: x, correct: true, lines: [3, 2] }, { code: y }]`,
      'lines: [3, 2]',
      /before the last/,
    ],
    [
      `${defect}, faulty: 1, repairs: [{ code: x, correct: true }, { code: x }]`,
      '{ code: x }',
      /same/,
    ],
    [
      `${defect}, faulty: 1, repairs: [{ code: x, correct: true, why: "[a](go.md)" }, { code: y }]`,
      'go.md',
      /“go”/,
    ],
    [`${order}, explanation: "[a](go.md) [b](gil.md#x)"`, 'go.md', /“go”/],
    ['kind: order, lines: ["[a](go.md)", b]', 'go.md', /“go”/],
  ] as const)
    it(`are told at their place: ${fields}`, async () => {
      const text = `title: T\nitems:\n  - { id: a, question: gil, prompt: P, ${fields} }\n`;
      const snippet = { expected: [{ stream: 'stdout', text: '' }] };
      const parsed = parseQuiz('p', 'quizzes/a.yaml', text, () => snippet as unknown as Snippet);
      const faults = await settleSections(
        [...parsed.faults, ...checkQuiz('quizzes/a.yaml', parsed, contents)],
        () => Promise.resolve('## X\n'),
      );
      assert.equal(faults.length, 1, JSON.stringify(faults));
      const [fault] = faults;
      assert.match(fault?.message ?? '', told);
      assert.equal(fault?.line, 2);
      const rest = text.split('\n')[2]?.slice(fault.columns?.[0]);
      if (mark !== undefined) assert.ok(rest?.startsWith(mark), JSON.stringify(fault));
    });

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

describe('a learning path', () => {
  it('that leads to no question is told of at its place, and costs nothing else', () => {
    const text =
      'id: p\ntitle: P\ntopics: [{ id: t, title: T }]\npaths:\n  - { id: way, title: W, questions: [] }\n';
    const parsed = parsePackInfo(text);
    const [fault, ...others] = checkInfo(parsed, contents, new Set(['t']));
    assert.deepEqual([others, parsed.faults], [[], []]);
    assert.match(fault?.message ?? '', /leads to no question/);
    assert.equal(fault?.line, 4);
  });
});

describe('a topic', () => {
  it('of which nothing is there is told of at its place', () => {
    const text = 'id: p\ntitle: P\ntopics:\n  - { id: t, title: T }\n  - { id: u, title: U }\n';
    const [fault, ...others] = checkInfo(parsePackInfo(text), contents, new Set(['t']));
    assert.deepEqual(others, []);
    assert.match(fault?.message ?? '', /“u” has no question and no exercise/);
    assert.equal(fault?.line, 4);
  });
});
