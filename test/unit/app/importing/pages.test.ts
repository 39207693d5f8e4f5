import assert from 'node:assert/strict';
import { imported } from './imported.js';

const code = (source: string, ...outputs: readonly object[]): object => ({
  cell_type: 'code',
  source: source.split(/(?<=\n)/),
  outputs,
});
const printed = (text: string): object => ({ output_type: 'stream', name: 'stdout', text: [text] });
const result = (text: string): object => ({
  output_type: 'execute_result',
  data: { 'text/plain': [text] },
});

describe('importing pages', () => {
  it('of a notebook: cells become programs of their own, their outputs what is expected', async () => {
    const notebook = {
      metadata: { language_info: { name: 'python' } },
      cells: [
        { cell_type: 'markdown', source: ['# Lists\n', 'See [next](02.ipynb).'] },
        code('%matplotlib inline\nprint("a")', printed('a\n')),
        code('numbers = [3, 1]\nprint("noise")', printed('noise\n')),
        code('sorted(numbers)  # in order', result('[1, 3]')),
        code('numbers[9]', { output_type: 'error', ename: 'IndexError' }),
        code('x = (1,\n     2)', { output_type: 'display_data', data: {} }),
      ],
    };
    const { faults, questions, losses } = await imported('lists.ipynb', JSON.stringify(notebook));
    assert.deepEqual(faults, []);
    const [page] = questions;
    assert.equal(page?.title, 'Lists');
    const snippets = page.code.map(({ code: source, expected, exit, files }) => ({
      source: source.split('\n').at(-2),
      prints: expected.map(({ text }) => text.trimEnd()),
      exit,
      files: files.map(({ path }) => path),
    }));
    assert.deepEqual(snippets, [
      { source: 'print("a")', prints: ['a'], exit: 0, files: [] },
      { source: 'print("noise")', prints: ['noise'], exit: 0, files: [] },
      {
        source: 'print(repr(sorted(numbers)))',
        prints: ['[1, 3]'],
        exit: 0,
        files: ['earlier_cells.py'],
      },
      { source: 'numbers[9]', prints: [], exit: 1, files: ['earlier_cells.py'] },
      { source: '     2)', prints: [], exit: 0, files: [] },
    ]);
    const told = losses.map(({ what }) => what).join('\n');
    for (const lost of [/%matplotlib/, /link to 02\.ipynb/, /What it displays/])
      assert.match(told, lost);
  });

  it('of a notebook in another language: it is read, and said not to run', async () => {
    const notebook = {
      metadata: { kernelspec: { language: 'julia' } },
      cells: [code('println(1)', printed('1'))],
    };
    const { faults, questions, losses } = await imported('j.ipynb', JSON.stringify(notebook));
    assert.deepEqual(faults, []);
    assert.deepEqual(questions[0]?.code, []);
    assert.match(losses[0]?.what ?? '', /julia, which cannot run here/);
  });

  it('of Markdown: programs get names, and what follows one is what it prints', async () => {
    const text = [
      '---\ntitle: "Sets"\nlayout: post\n---',
      '# Ignored',
      'A [link](other.md) and `[code](stays)`.',
      '```py\nprint(1)\n```',
      'prints',
      '```text\n1\n```',
      '```python title="x"\n>>> 1\n1\n```',
      '```js\nalert(1)\n```',
      '```\n```inner\n',
    ].join('\n\n');
    const { faults, questions, losses } = await imported(
      'sets.md',
      text.slice(0, text.lastIndexOf('```\n```inner')),
    );
    assert.deepEqual(faults, []);
    const [page] = questions;
    assert.equal(page?.title, 'Sets');
    assert.deepEqual(
      page.code.map(({ name, expected }) => [name, expected[0]?.text]),
      [['example-1', '1\n']],
    );
    assert.match(page.body, /`\[code\]\(stays\)`/);
    const told = losses.map(({ what }) => what).join('\n');
    for (const lost of [/link to other\.md/, /dialog with the interpreter/, /code in js/])
      assert.match(told, lost);
  });
});

describe('a notebook of very many cells', () => {
  it('becomes a page that can be read, and says which cells do not run', async () => {
    const cells = Array.from({ length: 1000 }, (_, at) => ({
      cell_type: 'code',
      source: `value_${String(at)} = value_${String(at - 1)} # ${'x'.repeat(200)}`,
    }));
    const { questions, losses, faults } = await imported('a.ipynb', JSON.stringify({ cells }));
    const [page] = questions;
    assert.ok(page && page.body.length < 1 << 20);
    assert.ok(page.code.length > 50 && page.code.length < 1000, String(page.code.length));
    assert.equal(losses.length + page.code.length, 1000);
    assert.deepEqual(
      faults.filter(({ message }) => !message.includes('more problems')),
      [],
    );
  });
});
