import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isLearnerPath, nameHere } from '../../../../../src/core/progress/learnerPath.js';
import {
  remainders,
  removeFiles,
  removeRemainders,
} from '../../../../../src/hosts/node/learnerFiles/removal.js';
import { restoreFiles } from '../../../../../src/hosts/node/learnerFiles/restoring.js';
import { contentOf, takeSnapshot } from '../../../../../src/hosts/node/learnerFiles/snapshot.js';

describe('the learner’s files', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'learner-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const note = { path: 'notes/gil.md', text: '# Mine\n' };
  const put = async (path: string, content: string | Uint8Array = 'x'): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const listed = async (): Promise<string[]> => {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  };
  const paths = (files: readonly { readonly path: string }[]): string[] =>
    files.map(({ path }) => path);

  it('come back as they were on an empty machine, whatever is in them', async () => {
    const scratch = { path: 'scratch/q/s/.history/0001-s.py', text: 'print("ü")\r\n' };
    const picture = { path: 'scratch/q/s/picture.png', base64: 'if8A' };
    const zero = { path: 'scratch/q/s/zero.bin', text: 'a\0b' };
    const draft = { path: 'quizzes/check/1/drafts/a.json', text: '{}' };
    const all = [note, draft, scratch, picture, zero];
    const restored = await restoreFiles(root, all);
    assert.deepEqual(restored, { fresh: paths(all), beside: [], failed: [] });
    await put('journal.jsonl', 'no file of theirs');
    const { files, leftOut } = await takeSnapshot(root);
    assert.deepEqual(files, all);
    assert.deepEqual(leftOut, []);
  });

  it('are never overwritten: what differs is put beside, once', async () => {
    await restoreFiles(root, [note]);
    const theirs = { ...note, text: '# Theirs\n' };
    assert.deepEqual((await restoreFiles(root, [theirs])).beside, [note.path]);
    assert.deepEqual((await restoreFiles(root, [theirs, note])).beside, []);
    assert.equal(await readFile(join(root, note.path), 'utf8'), note.text);
    assert.deepEqual(await listed(), ['notes/gil.imported-e9e933a7.md', 'notes/gil.md']);
  });

  it('are the learner’s own sources, not what programs put beside them', async () => {
    await put('scratch/q/s/s.py');
    await put('scratch/q/s/lib/helper.py');
    await put('scratch/q/s/.env', 'KEY=1');
    await put('scratch/q/s/.venv/pyvenv.cfg');
    await put('scratch/q/s/.venv/lib/python3.13/site-packages/a.py');
    await put('scratch/q/s/my env/pyvenv.cfg');
    await put('scratch/q/s/conda/conda-meta/history');
    await put('scratch/q/s/.pytest_cache/CACHEDIR.TAG');
    await put('scratch/q/s/__pycache__/s.pyc', Buffer.from([0xff, 0]));
    await put('scratch/q/s/node_modules/x/index.js');
    await put('scratch/q/s/huge.bin', Buffer.alloc(3000));
    await put(`scratch/q/s/.${'0'.repeat(36)}.tmp`);
    await symlink('/etc/passwd', join(root, 'scratch/q/s/link'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'scratch/q/s/fifo')]);
    const { files, leftOut } = await takeSnapshot(root, { file: 2000, all: 100_000, count: 100 });
    assert.deepEqual(paths(files), [
      'scratch/q/s/.env',
      'scratch/q/s/lib/helper.py',
      'scratch/q/s/s.py',
    ]);
    assert.equal(leftOut.length, 10);
    const few = await takeSnapshot(root, { file: 2000, all: 100_000, count: 1 });
    assert.equal(few.files.length, 1);
    const small = await takeSnapshot(root, { file: 2000, all: 6, count: 10 });
    assert.deepEqual(paths(small.files), ['scratch/q/s/.env', 'scratch/q/s/lib/helper.py']);
  });

  it('go when they are deleted, and nothing that is not in the snapshot does', async () => {
    await restoreFiles(root, [note, { path: 'notes/mro.md', text: 'M' }]);
    await put('lab-environment/bin/python', 'xx');
    await put('quizzes/check/1/session.jsonl');
    await put('scratch/q/s/.venv/pyvenv.cfg');
    await mkdir(join(root, 'scratch/q/empty'), { recursive: true });
    const { files } = await takeSnapshot(root);
    await put('notes/mro.md', 'M, changed since');
    await put('notes/new.md', 'N');
    await removeFiles(root, files);
    const rest = await remainders(root);
    assert.deepEqual(
      rest.map(({ path, files: count, bytes }) => [path, count, bytes]),
      [
        ['notes/mro.md', 1, 16],
        ['lab-environment', 1, 2],
        ['notes/new.md', 1, 1],
        ['scratch/q/s/.venv', 1, 1],
      ],
    );
    assert.deepEqual((await readdir(join(root, 'scratch/q'))).sort(), ['s']);
    await removeRemainders(root, rest);
    assert.deepEqual(await readdir(root), []);
    await removeFiles(root, files);
  });

  it('are not said to be deleted while one is there whose name cannot be said', async () => {
    // Other systems take only names that are text.
    if (process.platform !== 'linux') return;
    await put('notes/gil.md');
    const named = (...bytes: number[]): Buffer =>
      Buffer.concat([Buffer.from(`${root}/notes/`), Buffer.from(bytes)]);
    await writeFile(named(0xe4), 'x');
    await mkdir(named(0xe5));
    await writeFile(named(0xe5, 0x2f, 0x61), 'x');
    const { files, leftOut } = await takeSnapshot(root);
    await removeFiles(root, files);
    const rest = await remainders(root);
    assert.deepEqual([paths(files), leftOut], [['notes/gil.md'], ['notes/\uFFFD']]);
    assert.deepEqual(paths(rest), ['notes/\uFFFD', 'notes/\uFFFD']);
    await assert.rejects(removeRemainders(root, rest), /notes\/\uFFFD is still there/);
  });

  it('come back one by one: what cannot be is told, with the reason', async () => {
    await put('notes', 'a file where a folder should be');
    const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await mkdir(join(root, 'scratch'));
    await symlink(elsewhere, join(root, 'scratch/q'));
    await mkdir(join(root, 'interviews/a.json'), { recursive: true });
    const last = { path: 'scratch/other/s/s.py', text: 'print()' };
    const long = { path: `scratch/long/s/${'n'.repeat(247)}.py`, text: 'long' };
    const restored = await restoreFiles(root, [
      note,
      { path: 'scratch/q/s/s.py', text: 'outside' },
      { path: 'interviews/a.json', text: '{}' },
      { path: `scratch/q2/${'x'.repeat(300)}`, text: '' },
      long,
      last,
    ]);
    assert.deepEqual(
      restored.failed.map(({ code }) => code),
      ['ENOTDIR', 'outside', 'EISDIR', 'ENAMETOOLONG'],
    );
    assert.deepEqual(restored.fresh, [long.path, last.path]);
    assert.deepEqual(await readdir(elsewhere), []);
    await rm(elsewhere, { recursive: true });
    // Put beside, its name must become no longer than it may be.
    assert.deepEqual((await restoreFiles(root, [{ ...long, text: 'other' }])).beside, [long.path]);
  });

  it('come back under names that Windows forbids: as they are, and there as near as can be', async () => {
    const names = [
      'aux.py',
      'a:b.txt',
      'nul',
      'dots...',
      'end ',
      'back\\..\\slash.py',
      'q?*"<>|.md',
    ];
    const files = names.map((name) => ({ path: `scratch/q/s/${name}`, text: name }));
    assert.ok(files.every(({ path }) => isLearnerPath(path)));
    assert.equal((await restoreFiles(root, files, false)).fresh.length, names.length);
    assert.deepEqual(
      (await takeSnapshot(root)).files.map(contentOf).map(String).sort(),
      [...names].sort(),
    );
    const here = names.map((name) => nameHere(name, true));
    assert.deepEqual(here, [
      '%61ux.py',
      'a%3ab.txt',
      '%6eul',
      'dots..%2e',
      'end%20',
      'back%5c..%5cslash.py',
      'q%3f%2a%22%3c%3e%7c.md',
    ]);
    const restored = await restoreFiles(root, files, true);
    assert.equal(restored.fresh.length, names.length);
    for (const name of here) assert.ok(await readFile(join(root, 'scratch/q/s', name), 'utf8'));
  });

  it('come back beside what is no file: nobody waits for a pipe', async () => {
    await mkdir(join(root, 'notes'));
    const pipes = ['a', 'b', 'c', 'd', 'e'].map((name) => `notes/${name}.md`);
    for (const pipe of pipes) execFileSync('mkfifo', [join(root, pipe)]);
    await symlink('/dev/zero', join(root, 'journal.jsonl.damaged'));
    const all = [...pipes, 'journal.jsonl.damaged', 'notes/gil.md'];
    const { fresh, failed } = await restoreFiles(
      root,
      all.map((path) => ({ path, text: 'x' })),
    );
    assert.deepEqual(fresh, ['notes/gil.md']);
    assert.deepEqual(paths(failed), all.slice(0, -1));
    assert.ok(failed.every(({ code }) => code === 'EEXIST'));
    const { files, leftOut } = await takeSnapshot(root);
    assert.deepEqual([paths(files), leftOut], [['notes/gil.md'], pipes]);
  });

  it('go on where they went on: an export of before takes nothing back and is no damage', async () => {
    const before = [
      { path: 'journal.jsonl.damaged', text: 'torn\n' },
      { path: 'scratch/q/s/.interview-lab.json', text: '{"old":1}' },
    ];
    const after = [
      { path: 'journal.jsonl.damaged', text: 'torn\nmore\n' },
      { path: 'scratch/q/s/.interview-lab.json', text: '{"new":1}' },
    ];
    await restoreFiles(root, after);
    const again = await restoreFiles(root, before);
    assert.deepEqual(again, { fresh: [], beside: [], failed: [] });
    assert.deepEqual(new Set((await takeSnapshot(root)).files), new Set(after));
    for (const { path } of after) await rm(join(root, path));

    await restoreFiles(root, before);
    await restoreFiles(root, after);
    const damaged = await readFile(join(root, 'journal.jsonl.damaged'), 'utf8');
    assert.deepEqual(
      damaged.split('\n').filter((line) => line !== ''),
      ['torn', 'more'],
    );
  });
});
