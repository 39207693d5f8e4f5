import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFolder } from '../../../../../src/hosts/node/scratch/runFolder.js';
import { sweepTemporaryFolders } from '../../../../../src/hosts/node/files/temporaryFolders.js';

describe('The folder of a run', () => {
  let scratch: string;

  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    scratch = mkdtempSync(join(tmpdir(), 'lab-scratch-'));
  });
  afterEach(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('has the learner’s files, and not what a program left that is no file', async () => {
    writeFileSync(join(scratch, 'main.py'), 'mine');
    mkdirSync(join(scratch, 'data'));
    writeFileSync(join(scratch, 'data', 'rows.csv'), '1');
    writeFileSync(join(scratch, '.hidden'), '');
    execFileSync('mkfifo', [join(scratch, 'pipe')]);
    symlinkSync('/dev/zero', join(scratch, 'zero'));
    symlinkSync(join(scratch, 'gone'), join(scratch, 'dangling'));
    symlinkSync(join(scratch, 'loop'), join(scratch, 'loop'));
    symlinkSync('..', join(scratch, 'data', 'up'));
    symlinkSync('data/rows.csv', join(scratch, 'link.csv'));
    mkdirSync(join(scratch, 'closed'), { mode: 0 });
    const server = createServer().listen(join(scratch, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    const originals = new Map([
      ['main.py', 'author’s'],
      ['more.py', 'too'],
    ]);
    const run = await prepareFolder(originals, scratch);
    try {
      const names = readdirSync(run.folder)
        .filter((name) => name !== 'closed')
        .sort();
      assert.deepEqual(names, ['data', 'link.csv', 'main.py', 'more.py']);
      assert.equal(readFileSync(join(run.folder, 'main.py'), 'utf8'), 'mine');
      assert.equal(readFileSync(join(run.folder, 'link.csv'), 'utf8'), '1');
      assert.ok(existsSync(join(run.folder, 'data', 'up', 'main.py')));
    } finally {
      server.close();
      chmodSync(join(scratch, 'closed'), 0o700);
      await run.dispose();
    }
    assert.ok(!existsSync(run.folder));
  });

  it('is swept when its window was killed, and stays while its window lives, however long', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const make = (name: string): string => {
      const folder = join(tmpdir(), name);
      mkdirSync(folder);
      writeFileSync(join(folder, 'output.txt'), '');
      const old = new Date(Date.now() - 48 * 60 * 60 * 1000);
      utimesSync(folder, old, old);
      return folder;
    };
    const random = Math.random().toString(36).slice(2, 8).padEnd(6, '0');
    const left = ['run', 'output'].map((kind) => make(`interview-lab-${kind}-${pid}-${random}`));
    const inUse = ['run', 'output'].map((kind) =>
      make(`interview-lab-${kind}-${process.pid}-${random}`),
    );
    const earlier = make(`interview-lab-run-${random}`);
    await sweepTemporaryFolders();
    try {
      assert.deepEqual([...left, earlier].filter(existsSync), []);
      assert.deepEqual(inUse.filter(existsSync), inUse);
    } finally {
      for (const folder of inUse) rmSync(folder, { recursive: true });
    }
  });
});
