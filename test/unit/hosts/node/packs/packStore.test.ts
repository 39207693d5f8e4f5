import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderPack } from '../../../../../src/app/content/folderPack.js';
import { isSameOrigin } from '../../../../../src/app/content/packStore.js';
import { packagesOf, summaryOf } from '../../../../../src/app/content/packSummary.js';
import { isPartOfPack } from '../../../../../src/core/pack/filePlaces.js';
import { openPackFolder } from '../../../../../src/hosts/node/packs/packFolder.js';
import { openPackStore } from '../../../../../src/hosts/node/packs/packStore.js';
import { packYaml, question, writePack } from './writtenPack.js';

const needing = `${question('Needs')}\n\`\`\`python {name=run requires="attrs>=23"}\nimport attrs\n\`\`\`\n`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';

async function read(root: string): Promise<FolderPack> {
  const { pack, faults } = await FolderPack.read(root, openPackFolder);
  assert.ok(pack, JSON.stringify(faults));
  return pack;
}

describe('a pack that is published', () => {
  let written: Awaited<ReturnType<typeof writePack>>;
  let file: string;
  const store = (): ReturnType<typeof openPackStore> =>
    openPackStore(join(written.beside, 'storage', 'packs'));

  async function publish(): Promise<void> {
    const { root, info, files } = await read(written.root);
    await store().publish({ root, info, files: [...files].filter(isPartOfPack) }, file);
  }

  beforeEach(async () => {
    written = await writePack({
      'pack.yaml': `${packYaml}version: 1.2.0\naddress: https://example.org/pack\n`,
      'questions/needs.md': needing,
      'files/picture.svg': svg,
      'README.md': 'For people.\n',
      'build.sh': 'echo not part of it\n',
      'old.labpack': 'not part of it either',
      '.secret': 'hidden',
    });
    file = join(written.beside, 'trial.labpack');
    await publish();
  });
  afterEach(() => written.dispose());

  it('is unpacked as it was, with what belongs to a pack and nothing else', async () => {
    const staged = await store().stage(file);
    const names = await readdir(staged.root, { recursive: true });
    assert.deepEqual(names.sort(), [
      'README.md',
      'files',
      'files/picture.svg',
      'pack.yaml',
      'questions',
      'questions/needs.md',
    ]);
    assert.equal(await readFile(join(staged.root, 'questions/needs.md'), 'utf8'), needing);
    assert.equal(await readFile(join(staged.root, 'files/picture.svg'), 'utf8'), svg);
    await staged.discard();
  });

  it('is the same file when it is published again', async () => {
    const before = await readFile(file);
    await publish();
    assert.deepEqual(await readFile(file), before);
  });

  it('tells before it is trusted what is in it, and which packages its programs want', async () => {
    const staged = await store().stage(file);
    const pack = await read(staged.root);
    const lines = (await summaryOf(pack)).join('\n');
    assert.deepEqual(await packagesOf(pack), ['attrs>=23']);
    await staged.discard();
    for (const said of ['version 1.2.0', 'Questions: 1,', 'attrs>=23', 'https://example.org/pack'])
      assert.ok(lines.includes(said), lines);
  });

  it('is installed under its id, takes the place of an older one, and is removed', async () => {
    const install = async (from: string): Promise<void> => {
      const staged = await store().stage(file);
      await staged.install('trial', { file: from });
      await staged.discard();
    };
    await install('/first.labpack');
    await writeFile(join(written.root, 'questions/more.md'), question('More'));
    await publish();
    await install('/second.labpack');
    const [installed, ...others] = await store().list();
    assert.deepEqual(others, []);
    assert.deepEqual(installed?.origin, { file: '/second.labpack' });
    const pack = await read(installed.root);
    assert.equal(pack.questions.length, 2);
    assert.deepEqual(await pack.check(), []);
    const folder = join(written.beside, 'storage', 'packs');
    assert.deepEqual(await readdir(folder), ['trial'], 'nothing else is left');
    await store().remove('trial');
    assert.deepEqual(await store().list(), []);
  });

  it('knows an update by its address, or by the folder where there is none', () => {
    const address = 'https://example.org/pack';
    assert.ok(isSameOrigin({ file: '/a/x', address }, { file: '/b/y', address }));
    assert.ok(!isSameOrigin({ file: '/a/x', address }, { file: '/a/x' }));
    assert.ok(!isSameOrigin({ file: '/a/x', address }, { file: '/a/x', address: `${address}2` }));
    assert.ok(isSameOrigin({ file: '/a/x-1.labpack' }, { file: '/a/x-2.labpack' }));
    assert.ok(!isSameOrigin({ file: '/a/x-1.labpack' }, { file: '/b/x-2.labpack' }));
  });
});
