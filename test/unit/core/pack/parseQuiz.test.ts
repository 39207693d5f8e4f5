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
