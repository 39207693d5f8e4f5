import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Snippet } from '../../../../../src/core/pack/pack.js';
import { moduleFileName } from '../../../../../src/core/python/moduleNames.js';
import { ScratchFiles } from '../../../../../src/hosts/node/scratch/scratchFiles.js';

const snippet: Snippet = {
  name: 'trace-imports',
  code: 'print("v1")\n',
  python: '>=3.9',
  requires: [],
  line: 3,
  files: [{ path: 'data/fastmath.c', text: 'int one;\n' }],
  expected: [],
  timeout: 10,
  stdin: '',
  exit: 0,
};
const updated: Snippet = { ...snippet, code: 'print("v2")\n' };
const question = 'import-system';

describe('Scratch files', () => {
  let root: string;
  let scratch: ScratchFiles;

  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'lab-scratch-test-')), 'scratch');
    scratch = new ScratchFiles(root);
  });
  afterEach(() => {
    rmSync(dirname(root), { recursive: true, force: true });
  });
  const read = (file: string): string => readFileSync(file, 'utf8');

  it('may have any name, also one that objects have by themselves', async () => {
    for (const path of ['constructor', '__proto__', 'toString', 'prototype']) {
      const main = await scratch.open(path, { ...snippet, files: [] });
      const file = join(dirname(main), path);
      writeFileSync(file, 'mine');
      assert.equal((await scratch.find(file))?.original, undefined);
      await assert.rejects(scratch.reset(file), /has no original to go back to/);
      const withFile = (text: string): Snippet => ({ ...snippet, files: [{ path, text }] });
      await scratch.open(path, withFile('theirs'));
      assert.equal(read(file), 'mine');
      assert.equal(await scratch.isChanged(path, withFile('theirs')), true);
      await scratch.reset(file);
      assert.equal(read(file), 'theirs');
      await scratch.open(path, withFile('later'));
      assert.equal(read(file), 'later');
    }
  });

  it('count as changed when something lies beside them that would be imported', async () => {
    const main = await scratch.open(question, snippet);
    const folder = dirname(main);
    assert.equal(await scratch.isChanged(question, snippet), false);
    writeFileSync(join(folder, 'result.txt'), 'no module');
    mkdirSync(join(folder, '__pycache__'));
    writeFileSync(join(folder, '__pycache__', 'asyncio.pyc'), '');
    mkdirSync(join(folder, '.venv'));
    writeFileSync(join(folder, '.venv', 'a.py'), '');
    assert.equal(await scratch.isChanged(question, snippet), false);
    for (const planted of ['asyncio.py', 'data/extra.py', 'json/__init__.py', 'zlib.so']) {
      mkdirSync(dirname(join(folder, planted)), { recursive: true });
      writeFileSync(join(folder, planted), '');
      assert.equal(await scratch.isChanged(question, snippet), true, planted);
      rmSync(join(folder, planted));
    }
    symlinkSync('odd.py', join(folder, 'odd.py'));
    assert.equal(await scratch.isChanged(question, snippet), false);
  });

  it('take a record that leads elsewhere for damaged', async () => {
    const main = await scratch.open(question, snippet);
    const record = join(dirname(main), '.interview-lab.json');
    const text = readFileSync(record, 'utf8');
    for (const path of ['../../x', '/etc/passwd', 'a/../../b', 'C:\\\\x']) {
      writeFileSync(record, text.replace('"data/fastmath.c"', JSON.stringify(path)));
      assert.equal(await scratch.isChanged(question, snippet), false);
      assert.equal(await scratch.open(question, snippet), main);
      assert.equal((await scratch.all()).length, 2);
    }
  });

  it('lie in a folder of their own, all files of the snippet together', async () => {
    const main = await scratch.open(question, snippet);
    assert.equal(relative(root, main), join('import-system', 'trace-imports', 'trace_imports.py'));
    assert.equal(read(main), 'print("v1")\n');
    assert.equal(read(join(dirname(main), 'data', 'fastmath.c')), 'int one;\n');
    assert.equal(await scratch.isChanged(question, snippet), false);
  });

  it('keep what the learner changed, across updates of the pack too', async () => {
    const main = await scratch.open(question, snippet);
    writeFileSync(main, 'print("mine")\n');
    assert.equal(await scratch.open(question, snippet), main);
    await scratch.open(question, updated);
    assert.equal(read(main), 'print("mine")\n');
    assert.equal(await scratch.isChanged(question, updated), true);
    assert.equal((await scratch.find(main))?.original, 'print("v2")\n');
    await scratch.open(question, snippet);
    assert.equal(read(main), 'print("mine")\n');
  });

  it('follow the pack where the learner changed nothing', async () => {
    const main = await scratch.open(question, snippet);
    assert.equal(await scratch.isChanged(question, updated), false);
    await scratch.open(question, { ...updated, files: [] });
    assert.equal(read(main), 'print("v2")\n');
    assert.ok(!existsSync(join(dirname(main), 'data', 'fastmath.c')));
  });

  it('count another line ending as no change', async () => {
    const main = await scratch.open(question, snippet);
    writeFileSync(main, 'print("v1")\r\n');
    assert.equal(await scratch.isChanged(question, snippet), false);
  });

  it('see a change in a further file', async () => {
    const main = await scratch.open(question, snippet);
    writeFileSync(join(dirname(main), 'data', 'fastmath.c'), 'int two;\n');
    assert.equal(await scratch.isChanged(question, snippet), true);
  });

  it('come back when they were deleted', async () => {
    const main = await scratch.open(question, snippet);
    rmSync(main);
    assert.equal(await scratch.open(question, snippet), main);
    assert.equal(read(main), 'print("v1")\n');
  });

  it('are never overwritten when what is remembered of them is damaged', async () => {
    const main = await scratch.open(question, snippet);
    writeFileSync(main, 'print("mine")\n');
    for (const damage of ['', '{', '{"version": 9}', '{"version": 1, "main": "../../x.py"}']) {
      writeFileSync(join(dirname(main), '.interview-lab.json'), damage);
      assert.equal(await scratch.open(question, updated), main);
      assert.equal(read(main), 'print("mine")\n');
      assert.equal((await scratch.find(main))?.questionId, question);
    }
  });

  it('go back to the original and put the learner’s version aside', async () => {
    const main = await scratch.open(question, snippet);
    for (const text of ['print("one")\n', 'print("two")\n']) {
      writeFileSync(main, text);
      await scratch.reset(main);
      assert.equal(read(main), 'print("v1")\n');
    }
    await scratch.reset(main);
    const history = join(dirname(main), '.history');
    assert.deepEqual(
      readdirSync(history)
        .sort()
        .map((name) => read(join(history, name))),
      ['print("one")\n', 'print("two")\n'],
    );
  });

  it('know their question, and other files are strangers to them', async () => {
    const main = await scratch.open(question, snippet);
    const own = join(dirname(main), 'own.py');
    writeFileSync(own, '');
    const found = await scratch.find(main);
    assert.deepEqual(found, {
      questionId: question,
      snippetName: 'trace-imports',
      original: 'print("v1")\n',
      main,
    });
    assert.equal((await scratch.find(own))?.original, undefined);
    assert.equal((await scratch.find(own))?.main, main);
    assert.equal(await scratch.find(join(root, '..', 'x', 'y', 'z.py')), undefined);
    assert.equal(await scratch.find(root), undefined);
    assert.deepEqual(
      [...(await scratch.all())].sort(),
      [join(dirname(main), 'data', 'fastmath.c'), main].sort(),
    );
  });

  it('never leave their folder, whatever ids and paths a pack has', async () => {
    const main = await scratch.open('../../evil', { ...snippet, name: '../x y' });
    assert.ok(main.startsWith(root));
    assert.equal(relative(root, main).split(/[\\/]/).length, 3);
    const evil = { ...snippet, files: [{ path: '../../../evil.txt', text: 'x' }] };
    await assert.rejects(scratch.open(question, evil), /would lie outside/);
    await assert.rejects(scratch.prepareRun(question, evil, true), /would lie outside/);
  });

  it('say when they change', async () => {
    let count = 0;
    const subscription = scratch.onDidChange(() => {
      count += 1;
    });
    await scratch.open(question, snippet);
    assert.equal(count, 1);
    subscription.dispose();
    scratch.notifyChanged();
    assert.equal(count, 1);
  });

  it('survive being opened many times at once', async () => {
    const paths = await Promise.all(
      Array.from({ length: 20 }, () => scratch.open(question, snippet)),
    );
    assert.equal(new Set(paths).size, 1);
    const [main = ''] = paths;
    assert.equal(read(main), 'print("v1")\n');
    assert.deepEqual(readdirSync(dirname(main)).sort(), [
      '.interview-lab.json',
      'data',
      'trace_imports.py',
    ]);
  });

  describe('run in the panel', () => {
    it('from a fresh folder that holds the author’s files alone', async () => {
      const first = await scratch.prepareRun(question, snippet, false);
      const second = await scratch.prepareRun(question, snippet, false);
      assert.notEqual(first.cwd, second.cwd);
      assert.equal(first.cwd, realpathSync(first.cwd));
      assert.equal(first.changed, false);
      assert.deepEqual(first.texts, []);
      assert.deepEqual(readdirSync(first.cwd).sort(), ['data', 'trace_imports.py']);
      await first.dispose();
      await second.dispose();
      assert.ok(!existsSync(first.cwd));
      assert.ok(!existsSync(root), 'running lays out no scratch file');
    });

    it('with the learner’s version and further files when there is one, or the original on request', async () => {
      const main = await scratch.open(question, snippet);
      writeFileSync(main, 'print("mine")\n');
      mkdirSync(join(dirname(main), 'pkg'));
      writeFileSync(join(dirname(main), 'pkg', 'own.py'), 'x = 1\n');
      await scratch.keepCopy(main);
      const mine = await scratch.prepareRun(question, snippet, false);
      assert.equal(mine.changed, true);
      assert.equal(read(mine.file), 'print("mine")\n');
      assert.deepEqual(readdirSync(mine.cwd).sort(), ['data', 'pkg', 'trace_imports.py']);
      assert.deepEqual(mine.texts, [{ path: 'trace_imports.py', text: 'print("mine")\n' }]);
      writeFileSync(join(dirname(main), 'helper.py'), 'y = 2\n');
      const both = await scratch.prepareRun(question, snippet, false);
      assert.deepEqual(
        both.texts.map(({ path }) => path),
        ['trace_imports.py', 'helper.py'],
        'what it would import is shown with it',
      );
      await both.dispose();
      const original = await scratch.prepareRun(question, snippet, true);
      assert.equal(original.changed, false);
      assert.deepEqual(original.texts, []);
      assert.equal(read(original.file), 'print("v1")\n');
      await mine.dispose();
      await original.dispose();
      assert.equal(read(main), 'print("mine")\n');
    });
  });
});

describe('Names of scratch files', () => {
  const name = (snippetName: string, code = ''): string => moduleFileName(snippetName, code);

  it('can be imported', () => {
    assert.equal(name('build-extension'), 'build_extension.py');
    assert.equal(name('3-ways'), 'snippet_3_ways.py');
    assert.equal(name('class'), 'class_snippet.py');
    assert.equal(name('--'), 'snippet_.py');
  });

  it('never hide a standard module, of whichever Python', () => {
    for (const module of [
      'asyncio',
      'json',
      'distutils',
      'tomllib',
      'annotationlib',
      'compression',
      'profiling',
    ]) {
      assert.equal(name(module), `${module}_snippet.py`);
    }
  });

  it('are none that another file of the snippet has', () => {
    assert.equal(moduleFileName('fast', '', ['fast.c', 'lib/fast.py']), 'fast.py');
    assert.equal(moduleFileName('fast', '', ['Fast.py']), 'fast_snippet.py');
  });

  it('never hide what the code itself imports', () => {
    assert.equal(name('pydantic', 'from pydantic import BaseModel'), 'pydantic_snippet.py');
    assert.equal(name('numpy', 'def f():\n    import os, numpy as np\n'), 'numpy_snippet.py');
    assert.equal(name('pydantic', 'print("import pydantic")'), 'pydantic.py');
  });

  it('stay the same when the pack would choose another today', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lab-scratch-test-'));
    const scratch = new ScratchFiles(root);
    const before = await scratch.open('q', { ...snippet, name: 'attrs', code: 'print(1)\n' });
    const after = await scratch.open('q', { ...snippet, name: 'attrs', code: 'import attrs\n' });
    assert.equal(basename(before), 'attrs.py');
    assert.equal(after, before);
    rmSync(root, { recursive: true });
  });
});
