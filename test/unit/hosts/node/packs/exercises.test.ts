import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderPack } from '../../../../../src/app/content/folderPack.js';
import { Catalog } from '../../../../../src/core/catalog.js';
import {
  openCompiledPack,
  writeCompiledPack,
} from '../../../../../src/hosts/node/packs/compiledPack.js';
import { openPackFolder } from '../../../../../src/hosts/node/packs/packFolder.js';
import { question, writePack } from './writtenPack.js';

const exercise = (id: string, order = 0): Readonly<Record<string, string>> => ({
  [`exercises/${id}/exercise.md`]: `---\ntitle: Title of ${id}\ntopic: t\norder: ${String(order)}\nminutes: 5\nrelated: [sound]\n---\nWrite it.\n`,
  [`exercises/${id}/starter.py`]: 'value = 0\n',
  [`exercises/${id}/checks.py`]: 'def test_it(): ...\n',
  [`exercises/${id}/solutions/one.md`]:
    '---\ntitle: One\ntime: T\nmemory: M\nwhen: W\n---\n```python\nvalue = 1\n```\n',
});

describe('the exercises of a pack', () => {
  let written: Awaited<ReturnType<typeof writePack>>;

  before(async () => {
    const files = { 'questions/sound.md': question(), ...exercise('a-b', 2), ...exercise('a', 1) };
    written = await writePack({
      ...files,
      ...exercise('lost'),
      'exercises/lost/starter.py': '',
    });
  });
  after(() => written.dispose());

  it('are those that can be used, and what is wrong with the others is told', async () => {
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    assert.deepEqual(
      pack?.exercises.map(({ id, minutes }) => [id, minutes]),
      [
        ['a-b', 5],
        ['a', 5],
      ],
    );
    const faults = await pack.check();
    assert.deepEqual(
      faults.map(({ file }) => file),
      ['exercises/lost/starter.py'],
    );
  });

  it('are in the catalog by their own ids and by short ones, from its folder and as the build compiled it', async () => {
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    assert.ok(pack);
    const folder = await mkdtemp(join(tmpdir(), 'lab-compiled-'));
    try {
      await writeCompiledPack(pack, folder);
      const { id } = pack.info;
      for (const each of [pack, await openCompiledPack(folder, folder)]) {
        const { exercises } = new Catalog([each]);
        assert.deepEqual(
          exercises.inTopic(id, 't').map((found) => found.id),
          [`${id}/a`, `${id}/a-b`],
        );
        const loaded = await exercises.load('a-b');
        assert.equal(loaded.id, `${id}/a-b`);
        assert.equal(loaded.module, 'a_b');
        assert.deepEqual(loaded.related, [`${id}/sound`]);
        assert.equal(loaded.approaches[0]?.code, 'value = 1\n');
        await assert.rejects(exercises.load('c'), /no exercise “c”/);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
