import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LearnerFiles } from '../../../src/platform/learnerFiles.js';

describe('the learner’s files', () => {
  let root: string;
  let files: LearnerFiles;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'learner-'));
    files = new LearnerFiles(root);
  });
  afterEach(() => rm(root, { recursive: true }));

  const note = { path: 'notes/gil.md', text: '# Mine\n' };

  it('come back as they were on an empty machine', async () => {
    const scratch = { path: 'scratch/q/s/.history/0001-s.py', text: 'print("ü")\r\n' };
    assert.deepEqual(await files.restore([note, scratch]), { fresh: 2, beside: 0 });
    await writeFile(join(root, 'journal.jsonl'), 'no file of theirs');
    await mkdir(join(root, 'scratch/q/s/__pycache__'));
    await writeFile(join(root, 'scratch/q/s/__pycache__/s.pyc'), Buffer.from([0xff, 0]));
    await writeFile(join(root, 'scratch/q/s/picture.png'), Buffer.from([0x89, 0xff]));
    assert.deepEqual(await files.all(), [note, scratch]);
  });

  it('are never overwritten: what differs is put beside, once', async () => {
    await files.restore([note]);
    const theirs = { ...note, text: '# Theirs\n' };
    assert.deepEqual(await files.restore([theirs]), { fresh: 0, beside: 1 });
    assert.deepEqual(await files.restore([theirs, note]), { fresh: 0, beside: 0 });
    assert.equal(await readFile(join(root, note.path), 'utf8'), note.text);
    assert.deepEqual((await readdir(join(root, 'notes'))).sort(), [
      'gil.imported-e9e933a7.md',
      'gil.md',
    ]);
  });

  it('go when they are deleted, and nothing else does', async () => {
    await files.restore([note]);
    await writeFile(join(root, 'other'), '');
    await mkdir(join(root, 'quizzes', 'check'), { recursive: true });
    await files.remove();
    assert.deepEqual(await readdir(root), ['other']);
    await files.remove();
  });
});
