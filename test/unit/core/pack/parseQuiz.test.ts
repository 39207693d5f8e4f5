import assert from 'node:assert/strict';
import type { Snippet } from '../../../../src/core/pack/pack.js';
import { parseQuiz } from '../../../../src/core/pack/parseQuiz.js';

const none = () => undefined;
const item = (more: string): string =>
  `title: T\nitems:\n  - id: a\n    question: q\n    prompt: P\n${more}`;

describe('parsing a quiz', () => {
  it('refuses a single item with two right options, at its line', () => {
    const options =
      '    kind: single\n    options:\n      - { text: x, correct: true }\n      - { text: y, correct: true }\n';
    const { faults } = parseQuiz('p', 'quizzes/a.yaml', item(options), none);
    assert.deepEqual(faults, [
      {
        file: 'quizzes/a.yaml',
        line: 6,
        columns: [4, 11],
        message: '“items.0.options”: Exactly one option must be “correct: true”.',
      },
    ]);
  });

  it('takes code and answer of an output item from the snippet it names', () => {
    const snippet = {
      code: 'print(1)\n',
      python: '>=3.12',
      expected: [{ stream: 'stdout', text: '1\n', unordered: false }],
    } as unknown as Snippet;
    const text = item('    kind: output\n    snippet: q/one\n');
    const { quiz, faults } = parseQuiz('p', 'quizzes/a.yaml', text, (question, name) =>
      question === 'q' && name === 'one' ? snippet : undefined,
    );
    assert.deepEqual(faults, []);
    const [first] = quiz?.items ?? [];
    assert.ok(first?.kind === 'output');
    assert.equal(first.code, 'print(1)\n');
    assert.equal(first.answer, '1\n');
    assert.equal(first.python, '>=3.12');
  });

  it('keeps the programs that prove an item apart from the item', () => {
    const text = item(
      '    kind: code\n    starter: s\n    solution: right\n    checks: [c]\n    alternatives: [other]\n    wrong:\n      - { code: w, misconception: m }\n',
    );
    const { quiz, proofs, faults } = parseQuiz('p', 'quizzes/a.yaml', text, none);
    assert.deepEqual(faults, []);
    assert.deepEqual(proofs, [
      {
        item: 'a',
        python: '>=3.10',
        checks: ['c'],
        starter: 's',
        right: ['right', 'other'],
        wrong: [{ code: 'w', misconception: 'm' }],
      },
    ]);
    const [first] = quiz?.items ?? [];
    assert.ok(first?.kind === 'code');
    assert.ok(!('wrong' in first) && !('alternatives' in first));
  });

  it('reads further right orders by the numbers of their lines, and refuses one that leaves a line out', () => {
    const order = '    kind: order\n    lines: [x, y, z]\n    accept: [[2, 1, 3]]\n';
    const [first] = parseQuiz('p', 'f', item(order), none).quiz?.items ?? [];
    assert.ok(first?.kind === 'order');
    assert.deepEqual(first.orders, [[1, 0, 2]]);
    const short = parseQuiz('p', 'f', item(order.replace('2, 1, 3', '2, 1')), none);
    assert.match(short.faults[0]?.message ?? '', /names every line once, from 1 to 3/);
  });

  it('applies each repair of a defect, and tells the learner no more than the code and the repairs', () => {
    const text = item(
      [
        '    kind: defect',
        '    code: |',
        '      a = 1',
        '      b = a',
        '      c = b',
        '    faulty: 2',
        '    repairs:',
        '      - { code: b = 2, correct: true, why: r }',
        '      - { code: "", text: Take it out., why: s }',
        '      - { code: "x = 0\\ny = 0", lines: [1, 3], why: t }',
        '    checks: [assert b == 2]',
        '',
      ].join('\n'),
    );
    const { quiz, proofs, faults } = parseQuiz('p', 'quizzes/a.yaml', text, none);
    assert.deepEqual(faults, []);
    assert.deepEqual(proofs[0]?.right, ['a = 1\nb = 2\nc = b\n']);
    assert.deepEqual(
      proofs[0].wrong.map(({ code }) => code),
      ['a = 1\nb = a\nc = b', 'a = 1\nc = b\n', 'x = 0\ny = 0\n'],
    );
    const [first] = quiz?.items ?? [];
    assert.ok(first?.kind === 'defect');
    assert.deepEqual(first.faulty, [2]);
    assert.deepEqual(
      first.repairs.map((repair) => repair.text),
      [
        '```python\nb = 2\n```',
        'Take it out.',
        'Instead of lines 1 to 3:\n\n```python\nx = 0\ny = 0\n```',
      ],
    );
    const outside = parseQuiz('p', 'f', text.replace('faulty: 2', 'faulty: [2, 7]'), none);
    assert.match(outside.faults[0]?.message ?? '', /There is no line 7 in the code; it has 3/);
  });

  it('names a snippet that is not there, an id that stands twice, and YAML that is none', () => {
    const missing = parseQuiz(
      'p',
      'f',
      item('    kind: output\n    snippet: q/one\n'),
      none,
    ).faults;
    assert.match(missing[0]?.message ?? '', /“q\/one” is not there/);
    const text = `${item('    kind: text\n    accept: [x]\n')}  - id: a\n    question: q\n    prompt: P\n    kind: text\n    accept: [y]\n`;
    assert.match(parseQuiz('p', 'f', text, none).faults[0]?.message ?? '', /“a” stands twice/);
    assert.match(parseQuiz('p', 'f', 'title: [', none).faults[0]?.message ?? '', /not valid YAML/);
  });
});
