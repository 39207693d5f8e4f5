import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeFrontMatter, splitFrontMatter } from '../../../../src/core/pack/frontMatter.js';
import { parseQuestion } from '../../../../src/core/pack/parseQuestion.js';
import { isSafePath } from '../../../../src/core/pack/safePath.js';
import { frontMatterSchema } from '../../../../src/core/pack/schemas.js';
import { decodeYaml } from '../../../../src/core/pack/yamlText.js';

const head = [
  '---',
  'title: A title',
  'topic: internals',
  'tags: [a, b]',
  'python: ">=3.11"',
  '---',
  '',
];

function parse(...body: string[]) {
  return parseQuestion('pack', 'questions/import-system.md', [...head, ...body].join('\n'));
}

describe('parsing a question', () => {
  it('reads a snippet with its files, its expected outputs and its needs', () => {
    const { question, faults } = parse(
      'Opening.',
      '```python {name=one requires="pydantic>=2, attrs" timeout=30 exit=1 stdin="a\\nb"}',
      'print(1)',
      '```',
      '```output {of=one unordered}',
      '1',
      '```',
      '```output {of=one stream=stderr python=">=3.13"}',
      'gone',
      '```',
      '```c {file=fast.c of=one}',
      'int x;',
      '```',
    );
    assert.deepEqual(faults, []);
    const [snippet] = question?.code ?? [];
    assert.deepEqual(snippet?.requires, ['pydantic>=2', 'attrs']);
    assert.equal(snippet.python, '>=3.11');
    assert.equal(snippet.stdin, 'a\nb');
    assert.equal(snippet.timeout, 30);
    assert.equal(snippet.exit, 1);
    assert.deepEqual(snippet.files, [{ path: 'fast.c', text: 'int x;\n' }]);
    assert.deepEqual(snippet.expected, [
      { stream: 'stdout', text: '1\n', unordered: true },
      { stream: 'stderr', text: 'gone\n', unordered: false, python: '>=3.13' },
    ]);
  });

  it('takes a signal for the end that a program is meant to have, and no other word', () => {
    const exit = (text: string): unknown => {
      const { question, faults } = parse('```python {name=a exit=' + text + '}', 'pass', '```');
      return faults.length > 0 ? 'a fault' : question?.code[0]?.exit;
    };
    assert.deepEqual(['SIGABRT', 'SIGKILL', '3'].map(exit), ['SIGABRT', 'SIGKILL', 3]);
    assert.deepEqual(['SIGNAL', 'sigabrt', 'ABRT', '-6'].map(exit), Array(4).fill('a fault'));
  });

  it('splits requirements at commas between them, not at those within one', () => {
    const { question } = parse(
      '```python {name=a requires="pydantic>=2,<3, attrs[x,y]>=22"}',
      'pass',
      '```',
    );
    assert.deepEqual(question?.code[0]?.requires, ['pydantic>=2,<3', 'attrs[x,y]>=22']);
  });

  it('names the line of each fault', () => {
    const { faults } = parse(
      '```python {name=one}',
      'pass',
      '```',
      '```output {of=two}',
      '```',
      '```c {file=../out.c of=one}',
      '```',
      '```python {name=one',
      '```',
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [10, 12, 14],
    );
    assert.match(faults[0]?.message ?? '', /no snippet “two”/);
  });

  it('says what a question without front matter lacks, and where a wrong value stands', () => {
    assert.match(
      parseQuestion('p', 'questions/a.md', '# Hi').faults[0]?.message ?? '',
      /front matter/,
    );
    const wrong = parseQuestion(
      'p',
      'questions/a.md',
      '---\ntitle: x\ntopic: a\nlevel: guru\n---\n',
    ).faults;
    assert.deepEqual(wrong, [
      {
        file: 'questions/a.md',
        line: 3,
        columns: [7, 11],
        message: '“level”: The level must be core, advanced or expert.',
      },
    ]);
  });

  it('never throws, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((each) => `---\n${each}\n---\n\`\`\`python {${each}}\n\`\`\``),
    );
    fc.assert(
      fc.property(text, (each) => parseQuestion('p', 'questions/a.md', each).faults.length >= 0),
    );
  });

  it('reads plain front matter as the YAML library does', () => {
    const word = fc.stringMatching(/^[A-Za-z][\w ,.?()'-]{0,20}$/);
    const value = fc.oneof(
      word,
      fc
        .array(fc.stringMatching(/^[\w. -]{1,10}$/), { maxLength: 3 })
        .map((all) => `[${all.join(', ')}]`),
      fc.integer().map(String),
      word.map((each) => `"${each}"`),
      fc.constantFrom(
        'true',
        'null',
        '~',
        '1.5',
        '0x1',
        '2024-01-01',
        '[]',
        '- a',
        'a: b',
        '# c',
        "'q'",
      ),
    );
    const line = fc.tuple(
      fc.constantFrom('title', 'topic', 'tags', 'order', 'level', 'python', 'other'),
      value,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const text = [
          'title: T',
          'topic: t',
          ...lines.map(([key, each]) => `${key}: ${each}`),
        ].join('\n');
        const quick = decodeFrontMatter(text);
        const library = decodeYaml(text, frontMatterSchema);
        assert.deepEqual(
          'value' in quick ? quick.value : undefined,
          'value' in library ? library.value : undefined,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps paths inside the folder', () => {
    for (const good of ['a.c', 'pkg/__init__.py', 'a-b.txt']) assert.ok(isSafePath(good), good);
    for (const bad of ['../a', '/a', 'a/../b', 'a\\b', '.hidden', 'C:/a', '', 'nul', 'aux.py'])
      assert.ok(!isSafePath(bad), bad);
  });

  it('finds the end of the front matter only at its start', () => {
    assert.equal(splitFrontMatter('text\n---\na: b\n---\n'), undefined);
    assert.equal(splitFrontMatter('---\na: b\n---\nBody')?.body, 'Body');
  });
});
