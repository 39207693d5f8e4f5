import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, open, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { FolderPack } from '../../../../../src/app/content/folderPack.js';
import { openPackFolder } from '../../../../../src/hosts/node/packs/packFolder.js';
import { question, writePack } from './writtenPack.js';

type Written = Awaited<ReturnType<typeof writePack>>;

const sockets: Server[] = [];
const bad = 'questions/bad.md';

/** Puts something that is no text of the pack where a question is expected; what its author is told. */
const hostile: Record<
  string,
  readonly [put: (path: string, pack: Written) => unknown, told: RegExp]
> = {
  'a named pipe': [(path) => execFileSync('mkfifo', [path]), /named pipe/],
  'a socket': [(path) => listen(path), /socket/],
  'a device without end': [(path) => symlink('/dev/zero', path), /out of the pack/],
  'a folder': [(path) => mkdir(path), /folder, not a file/],
  'a link to nothing': [(path) => symlink('nothing.md', path), /leads nowhere/],
  'a link in a circle': [(path) => symlink(path, path), /circle/],
  'a link to a folder': [(path) => symlink('..', path), /no file|out of the pack/],
  'a link out of the pack': [
    async (path, { beside }) => {
      await writeFile(join(beside, 'secret.md'), question('Secret'));
      await symlink(join(beside, 'secret.md'), path);
    },
    /out of the pack/,
  ],
  'a file of a hundred megabytes': [(path) => sparse(path, 100), /100 MB/],
  'a file of a gigabyte': [(path) => sparse(path, 1000), /1,000 MB/],
  'Latin-1': [
    (path) => writeFile(path, Buffer.from(`${question()}\nNa\xEFve\n`, 'latin1')),
    /not UTF-8/,
  ],
  'binary data': [(path) => writeFile(path, 'a\0b'), /NUL/],
};

function listen(path: string): Promise<void> {
  const server = createServer();
  sockets.push(server);
  return new Promise((resolve) => server.listen(path, resolve));
}

async function sparse(path: string, megabytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(megabytes << 20);
  await file.close();
}

/** Files of other users cannot be had as the one who may read everything. */
async function withoutPrivilege<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function read(root: string) {
  const { pack, faults } = await FolderPack.read(root, openPackFolder);
  return { pack, faults: pack ? await pack.check() : faults };
}

describe('a pack with one bad file', () => {
  let pack: Written;
  beforeEach(async () => {
    pack = await writePack({ 'questions/sound.md': question() });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.close();
    await pack.dispose();
  });

  for (const [what, [put, told]] of Object.entries(hostile)) {
    it(`is read but for ${what}, which is one problem at its place`, async () => {
      await put(join(pack.root, bad), pack);
      const { pack: loaded, faults } = await read(pack.root);
      assert.deepEqual(
        loaded?.questions.map(({ id }) => id),
        ['sound'],
      );
      assert.deepEqual(
        faults.map(({ file }) => file),
        [bad],
      );
      assert.match(faults[0]?.message ?? '', told);
    });
  }

  for (const what of ['a named pipe', 'a file of a gigabyte', 'Latin-1', 'a device without end']) {
    it(`is none, and says why, when its pack.yaml is ${what}`, async () => {
      await rm(join(pack.root, 'pack.yaml'));
      const [put, told] = hostile[what] ?? [];
      await put?.(join(pack.root, 'pack.yaml'), pack);
      const { pack: loaded, faults } = await read(pack.root);
      assert.equal(loaded, undefined);
      assert.deepEqual(
        faults.map(({ file }) => file),
        ['pack.yaml'],
      );
      assert.match(faults[0]?.message ?? '', told ?? /$^/);
    });
  }

  it('takes links to files within the pack', async () => {
    await symlink('sound.md', join(pack.root, 'questions/alias.md'));
    const { pack: loaded, faults } = await read(pack.root);
    assert.deepEqual(faults, []);
    assert.equal((await loaded?.loadQuestion('alias'))?.title, 'Sound');
  });

  it('is read without the files that may not be read', async () => {
    await writeFile(join(pack.root, bad), question());
    await chmod(join(pack.root, bad), 0o000);
    await mkdir(join(pack.root, 'quizzes'), { mode: 0o000 });
    await chmod(pack.beside, 0o755);
    const { pack: loaded, faults } = await withoutPrivilege(() => read(pack.root));
    assert.equal(loaded?.questions.length, 1);
    assert.deepEqual(faults.map(({ file }) => file).sort(), [bad, 'quizzes']);
    for (const { message } of faults) assert.match(message, /no permission/);
    await chmod(join(pack.root, 'quizzes'), 0o755);
  });

  it('does not tell of files that were deleted while it was checked', async () => {
    await writeFile(join(pack.root, bad), question('Bad'));
    const { pack: loaded } = await FolderPack.read(pack.root, openPackFolder);
    await rm(join(pack.root, bad));
    assert.deepEqual(await loaded?.check(), []);
    await assert.rejects(loaded?.loadQuestion('bad') ?? Promise.resolve(), /no longer there/);
  });

  it('does not follow a link that was put in the place of a file, or of its folder, later', async () => {
    const { pack: loaded } = await FolderPack.read(pack.root, openPackFolder);
    await writeFile(join(pack.beside, 'sound.md'), question('Secret'));
    await rm(join(pack.root, 'questions/sound.md'));
    await symlink(join(pack.beside, 'sound.md'), join(pack.root, 'questions/sound.md'));
    await assert.rejects(loaded?.loadQuestion('sound') ?? Promise.resolve(), /out of the pack/);
    await rm(join(pack.root, 'questions'), { recursive: true });
    await symlink(pack.beside, join(pack.root, 'questions'));
    await assert.rejects(loaded?.loadQuestion('sound') ?? Promise.resolve(), /out of the pack/);
  });

  it('is none when the setting names what is no folder', async () => {
    for (const root of [join(pack.root, 'pack.yaml'), join(pack.root, 'nothing'), '/dev/null']) {
      const { pack: loaded, faults } = await read(root);
      assert.equal(loaded, undefined);
      assert.equal(faults.length, 1);
    }
  });
});

describe('a pack with very much in it', () => {
  it('tells of a thousand wrong topics among five thousand in bounded words', async function () {
    this.timeout(60_000);
    const topics = Array.from({ length: 5000 }, (_, i) => `  - { id: topic-${i}, title: T }\n`);
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [
        `questions/q${i}.md`,
        question().replace('topic: t', `topic: wrong-${i}`),
      ]),
    );
    const pack = await writePack({
      'pack.yaml': `id: trial\ntitle: Trial\ntopics:\n${topics.join('')}`,
      ...files,
    });
    const { faults } = await read(pack.root);
    assert.ok(faults.length <= 502, String(faults.length));
    assert.ok(faults.every(({ message }) => message.length <= 300));
    assert.match(faults.at(-1)?.message ?? '', /520 more/);
    await pack.dispose();
  });

  it('does not go into folders without end', async () => {
    const deep = `questions/${'d/'.repeat(40)}x.md`;
    const pack = await writePack({ 'questions/sound.md': question(), [deep]: question() });
    const { pack: loaded, faults } = await read(pack.root);
    assert.equal(loaded?.questions.length, 1);
    assert.match(faults[0]?.message ?? '', /too deep/);
    await pack.dispose();
  });
});
