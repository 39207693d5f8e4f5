import assert from 'node:assert/strict';
import { ankiFile, itemNote, questionNote } from '../../../src/core/anki.js';
import type { Question, Quiz, QuizItem } from '../../../src/core/pack/pack.js';

const question: Question = {
  id: 'gil',
  packId: 'p',
  topic: 'concurrency',
  title: 'What is the GIL, and what is __slots__?',
  order: 1,
  level: 'core',
  tags: ['threads', 'free threading'],
  snippets: [],
  python: '',
  related: [],
  prerequisites: [],
  sources: [],
  code: [],
  words: 3,
  body: [
    'One lock, see [bytecode](question:bytecode) and <b>this</b>.',
    '',
    '```python {name=lock}',
    'if a < b:\tprint("x")',
    '```',
    '',
    '![A picture](files/gil.svg)',
    '',
    '## How it works',
    '',
    'Later.',
  ].join('\n'),
};

const quiz = { id: 'check', packId: 'p', title: 'Check', description: '' };

function note(item: object): { readonly front: string; readonly back: string } {
  const whole = {
    id: 'one',
    question: 'gil',
    level: 'core',
    prompt: 'What now?',
    explanation: 'Because.',
    python: '',
    ...item,
  } as QuizItem;
  return itemNote({ ...quiz, items: [whole] } satisfies Quiz, whole, 'concurrency');
}

/** Reads as Anki's importer does: quoted fields may hold anything, quotes in them are doubled. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('cards for Anki', () => {
  it('begin with the headers that Anki knows, one row a note', () => {
    const first = questionNote(question);
    const text = ankiFile([first, first]);
    const rows = rowsOf(text);
    assert.deepEqual(
      rows.slice(0, 6).map(([header]) => header),
      [
        '#separator:tab',
        '#html:true',
        '#notetype:Basic',
        '#deck:Python Interview Lab',
        '#guid column:1',
        '#tags column:4',
      ],
    );
    assert.deepEqual(
      rows.slice(6),
      Array(2).fill([first.guid, first.front, first.back, first.tags.join(' ')]),
    );
  });

  it('ask a question by its title and answer with what a strong candidate says first', () => {
    const { front, back, tags, guid } = questionNote(question);
    assert.equal(front, '<b>What is the GIL, and what is __slots__?</b>');
    assert.equal(guid, 'python-interview-lab/question/gil');
    assert.match(back, /One lock, see bytecode and &lt;b&gt;this&lt;\/b&gt;\./);
    assert.match(back, /if a &lt; b:\tprint\(&quot;x&quot;\)\n<\/code><\/pre>/);
    assert.match(back, /<i>A picture<\/i>/);
    assert.doesNotMatch(back, /Later|data-|tabindex|How it works/);
    assert.deepEqual(tags, [
      'python-interview-lab',
      'question',
      'concurrency',
      'core',
      'threads',
      'free-threading',
    ]);
  });

  it('ask an item of each kind without telling its answer', () => {
    const options = [
      { text: '`right`', correct: true, why: 'so' },
      { text: 'wrong', correct: false, why: 'not so' },
    ];
    const choice = note({ kind: 'single', options });
    assert.match(choice.front, /What now\?[^]*<li>(?:<code>right<\/code>|wrong)<\/li>/);
    assert.doesNotMatch(choice.front, /✓|so/);
    assert.match(choice.back, /✓ <code>right<\/code> <i>so<\/i>[^]*✗ wrong[^]*Because\./);

    const output = note({ kind: 'output', code: 'print(1 < 2)', answer: 'True\n' });
    assert.match(output.front, /<pre><code>print\(1 &lt; 2\)<\/code><\/pre>/);
    assert.doesNotMatch(output.front, /True/);
    assert.match(output.back, /<pre><code>True<\/code><\/pre>/);

    const text = note({ kind: 'text', accept: ['/a+/', 'import lock'], forgive: [] });
    assert.doesNotMatch(text.front, /import lock/);
    assert.match(text.back, /import lock/);

    const lines = ['def f():', '    return 1', 'f()', 'print()', 'exit()'];
    const order = note({ kind: 'order', code: true, lines, distractors: ['pass'] });
    assert.match(order.front, /pass/);
    assert.doesNotMatch(order.front, /def f\(\):\nreturn 1\nf\(\)\nprint/);
    assert.match(order.back, /def f\(\):\n {4}return 1\nf\(\)/);

    const code = note({
      kind: 'code',
      starter: 'def f(): ...',
      solution: 'def f(): return 7',
      checks: [],
    });
    assert.doesNotMatch(code.front, /return 7/);
    assert.match(code.back, /return 7/);

    const defect = note({
      kind: 'defect',
      code: 'def f(xs=[]):\n    return xs\n',
      faulty: [1],
      repairs: options,
    });
    assert.match(defect.front, /1 {2}def f\(xs=\[\]\):\n {2}2 {6}return xs/);
    assert.doesNotMatch(defect.front, /Faulty|not so/);
    assert.match(defect.back, /Faulty: line 1[^]*<code>right<\/code>[^]*so/);
    assert.doesNotMatch(defect.back, /wrong/);
  });

  it('asks and answers each kind whole, in the order that it has on the page', () => {
    const left = (html: string): string => `<div style="text-align: left">${html}</div>`;
    const options = [
      { text: '`a`', correct: true, why: 'It *is*.' },
      { text: 'b', correct: false, why: '' },
    ];
    const lines = { kind: 'order', lines: ['a & b', '  c'], distractors: ['d'], accept: [] };
    const cases = [
      [
        { kind: 'multiple', options },
        '<ul><li>b</li><li><code>a</code></li></ul>',
        '<ul><li>✓ <code>a</code> <i>It <em>is</em>.</i></li><li>✗ b</li></ul>',
      ],
      [{ kind: 'text', accept: ['x < y'], forgive: [] }, '', '<p><b>x &lt; y</b></p>'],
      [lines, '<p>c<br>d<br>a &amp; b</p>', '<p>a &amp; b<br>  c</p>'],
      [
        { ...lines, code: true },
        '<pre><code>c\nd\na &amp; b</code></pre>',
        '<pre><code>a &amp; b\n  c</code></pre>',
      ],
      [
        {
          kind: 'defect',
          code: 'x\ny',
          faulty: [1, 2],
          repairs: [
            { text: 'no', correct: false, why: 'Not it.' },
            { text: 'yes', correct: true, why: 'It is.' },
          ],
        },
        '<pre><code>  1  x\n  2  y</code></pre><ul><li><p>yes</p></li><li><p>no</p></li></ul>',
        '<p><b>Faulty: line 1 or line 2</b></p><p>yes</p><p><i>It is.</i></p>',
      ],
    ] as const;
    for (const [item, shown, answer] of cases) {
      const { front, back } = note(item);
      assert.equal(front, left(`<p>What now?</p>${shown}`), item.kind);
      assert.equal(back, left(`${answer}<p>Because.</p>`), item.kind);
    }
  });

  it('gives each item a lasting name and the tags of its topic, or else of its quiz', () => {
    const item = { id: 'one', kind: 'code', level: 'core', starter: '', solution: '' };
    const { guid, tags } = itemNote(
      { ...quiz, items: [] },
      { ...item, prompt: '', explanation: '' } as unknown as QuizItem,
      undefined,
    );
    assert.equal(guid, 'python-interview-lab/item/check/one');
    assert.deepEqual(tags, ['python-interview-lab', 'quiz', 'check', 'core', 'code']);
  });

  it('takes the whole body where nothing stands before the first heading', () => {
    assert.match(questionNote({ ...question, body: '\n## How\n\nLater.' }).back, /How.*Later/s);
    assert.doesNotMatch(questionNote(question).back, /How it works/);
  });
});
