import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../../../../../src/hosts/node/importing/importCommand.js';

describe('lab.mjs import', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-import-'));
  });

  after(() => rm(folder, { recursive: true }));

  const imported = async (file: string): Promise<readonly [number, string]> => {
    let said = '';
    const code = await importFiles([join(folder, file), '--to', join(folder, 'pack')], (text) => {
      said += text;
    });
    return [code, said.replaceAll(folder, '.')];
  };

  it('ends with a sentence for what is no file, a pipe that nobody writes to included', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder, 'pipe.gift')]);
    await mkdir(join(folder, 'folder.gift'));
    for (const name of ['pipe.gift', 'folder.gift'])
      assert.deepEqual(await imported(name), [1, `./${name} is no file to import.\n`]);
    assert.deepEqual(await imported('gone.gift'), [1, 'There is no file ./gone.gift.\n']);
  });

  it('makes a pack of a file', async () => {
    await writeFile(join(folder, 'bank.gift'), '::One:: 1 + 1 is {=2 =two}\n');
    const [code, said] = await imported('bank.gift');
    assert.deepEqual(
      [code, said],
      [0, './pack: 1 question, 1 quiz item, 0 things not carried over\n'],
    );
    assert.ok((await readdir(join(folder, 'pack'))).includes('pack.yaml'));
  });
});
