import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemFault } from '../../../src/core/systemFault.js';
import type { SystemFault } from '../../../src/core/systemFault.js';

describe('systemFault', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-faults-'));
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'full'));
    await writeFile(join(folder, 'full', 'file'), '');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const faultOf = async (work: Promise<unknown>): Promise<SystemFault | undefined> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof Error, 'the system refused nothing');
    return systemFault(error);
  };

  it('knows what the system really says', async () => {
    const missing = join(folder, 'none');
    assert.deepEqual(await faultOf(readFile(missing)), {
      kind: 'missing',
      code: 'ENOENT',
      path: missing,
    });
    assert.equal((await faultOf(readFile(folder)))?.kind, 'isFolder');
    assert.equal((await faultOf(readdir(join(folder, 'file'))))?.kind, 'noFolder');
    assert.equal((await faultOf(mkdir(folder)))?.kind, 'exists');
    assert.equal((await faultOf(rmdir(join(folder, 'full'))))?.kind, 'notEmpty');
    assert.equal((await faultOf(writeFile(join(folder, 'x'.repeat(300)), '')))?.kind, 'tooLong');
  });

  it('knows a full disk, and links that lead in a circle', async function () {
    if (!existsSync('/dev/full')) this.skip();
    assert.equal((await faultOf(writeFile('/dev/full', 'x')))?.kind, 'full');
    await symlink('circle', join(folder, 'circle'));
    assert.equal((await faultOf(readFile(join(folder, 'circle'))))?.kind, 'loop');
  });

  it('knows what VS Code has wrapped', () => {
    const named = Object.assign(new Error('Unable to write file'), { code: 'NoPermissions' });
    assert.equal(systemFault(named)?.kind, 'forbidden');
    const wrapped = Object.assign(
      new Error("Unable to write file '/x' (Unknown: EROFS: read-only file system, open '/x')"),
      { code: 'Unknown' },
    );
    assert.deepEqual(systemFault(wrapped), { kind: 'readOnly', code: 'EROFS' });
  });

  it('takes nothing else for an error of the system', () => {
    assert.equal(systemFault(new Error('There is no question “ENOENT”.')), undefined);
    assert.equal(
      systemFault(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })),
      undefined,
    );
    assert.equal(systemFault(Object.assign(new Error('x'), { code: 'EWHAT' }))?.kind, 'other');
    assert.equal(systemFault(Object.assign(new Error('x'), { code: 'constructor' })), undefined);
  });
});
