import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NoteFiles } from '../../../../../src/hosts/node/notes/noteFiles.js';

describe('note files', () => {
  let folder: string;
  let notes: NoteFiles;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notes-'));
    notes = new NoteFiles(join(folder, 'notes'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made with the title as heading, and never written over', async () => {
    const file = await notes.file('gil', 'What is the GIL?');
    assert.equal(file, join(folder, 'notes', 'gil.md'));
    assert.equal(await readFile(file, 'utf8'), '# What is the GIL?\n\n');
    await writeFile(file, 'mine');
    assert.equal(await notes.file('gil', 'Another title'), file);
    assert.equal(await readFile(file, 'utf8'), 'mine');
  });

  // Windows has no such limit.
  if (process.platform !== 'win32')
    it('leave nothing empty behind when the disk is full', () => {
      const script = fileURLToPath(new URL('noteOnFullDisk.mts', import.meta.url));
      const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
      // No file may grow: the system refuses the first byte.
      const limited = 'trap "" XFSZ; ulimit -f 0; exec "$0" "$@"';
      const args = ['-c', limited, process.execPath, '--import', tsx, script, notes.root];
      const said = execFileSync('bash', args, { env: { ...process.env, TSX_DISABLE_CACHE: '1' } });
      assert.match(String(said), /The note could not be made in .* \(.*\)\.$/);
      assert.deepEqual(readdirSync(notes.root), []);
    });

  it('are found by their words, and no more when the words have gone', async () => {
    const heard: string[] = [];
    notes.onDidChange((ids) => heard.push(...ids));
    await writeFile(
      await notes.file('gil', 'Lock'),
      '# Lock\n\nReleased while waiting for a socket',
    );
    await writeFile(await notes.file('mro', 'Order'), '# Order\n\nC3 linearization');
    await notes.load();
    assert.deepEqual(heard.sort(), ['gil', 'mro']);
    assert.deepEqual(await notes.search('socket'), ['gil']);
    assert.deepEqual(await notes.search('lineariz'), ['mro']);
    assert.deepEqual(await notes.search('Lock'), [], 'the heading is not the learner’s own');
    await writeFile(join(notes.root, 'gil.md'), '# Lock\n');
    await notes.refresh(['gil']);
    assert.equal(notes.body('gil'), undefined);
    assert.deepEqual(await notes.search('socket'), []);
    await rm(join(notes.root, 'mro.md'));
    await notes.load();
    assert.equal(notes.body('mro'), undefined);
  });

  it('are told apart from other files', () => {
    assert.equal(notes.questionOf(join(notes.root, 'gil.md')), 'gil');
    assert.equal(notes.questionOf(join(folder, 'gil.md')), undefined);
    assert.equal(notes.questionOf(join(notes.root, 'deep', 'gil.md')), undefined);
  });

  it('are read beside what is none: nobody waits for a pipe', async () => {
    await writeFile(await notes.file('gil', 'Lock'), '# Lock\n\nMine.');
    for (const name of ['aa', 'bb', 'cc', 'dd', 'ee'])
      execFileSync('mkfifo', [join(notes.root, `${name}.md`)]);
    await mkdir(join(notes.root, 'ff.md'));
    await notes.load();
    assert.equal(notes.body('gil'), 'Mine.');
    assert.equal(notes.body('aa'), undefined);
  });

  it('fail with one sentence when the folder cannot be made', async () => {
    await writeFile(join(folder, 'notes'), 'in the way');
    await assert.rejects(
      notes.file('gil', 'Lock'),
      /^Error: The note could not be made in .* \(.*\)\.$/,
    );
  });
});
