import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderPack } from '../../../../../src/app/content/folderPack.js';
import { openPackFolder } from '../../../../../src/hosts/node/packs/packFolder.js';
import { packYaml, question, writePack } from './writtenPack.js';

const quiz = (title = 'T'): string =>
  `title: ${title}\nitems:\n  - { id: a, question: sound, prompt: P, kind: text, accept: [a] }\n`;

async function faultsOf(files: Readonly<Record<string, string>>) {
  const pack = await writePack({ 'questions/sound.md': question(), ...files });
  const { pack: loaded, faults } = await FolderPack.read(pack.root, openPackFolder);
  const found = loaded ? await loaded.check() : faults;
  await pack.dispose();
  return { loaded, faults: found };
}

describe('a file where nothing looks', () => {
  for (const [path, told] of [
    ['questions/sub/x.md', /questions lie in “questions”/],
    ['questions/x.markdown', /\*\.md/],
    ['questions/x.txt', /\*\.md/],
    ['quizzes/sub/x.yaml', /quizzes lie in “quizzes”/],
    ['quizzes/x.json', /\*\.yaml/],
    ['question/x.md', /did you mean the folder “questions”/],
    ['Quizes/x.yaml', /did you mean the folder “quizzes”/],
    ['topics/x.md', /not read/],
    ['x.md', /not read/],
    ['pack.yml', /“pack.yaml”/],
    ['exercises/x.md', /folder under “exercises”/],
    ['exercises/a/check.py', /“checks.py”/],
    ['exercises/a/solution/x.md', /did you mean the folder “solutions”/],
    ['exercises/a/solutions/x.py', /\*\.md/],
    ['exercises/a/wrong/deep/x.py', /\*\.py/],
    ['exercises/a/notes.txt', /folder “files”/],
    ['exercise/a/exercise.md', /did you mean the folder “exercises”/],
  ] as const)
    it(`is told of: ${path}`, async () => {
      const { loaded, faults } = await faultsOf({ [path]: 'x' });
      assert.equal(loaded?.questions.length, 1);
      assert.deepEqual(
        faults.map(({ file }) => file),
        [path],
      );
      assert.match(faults[0]?.message ?? '', told);
    });

  it('may be what people read, pictures and what is hidden', async () => {
    const { faults } = await faultsOf({
      'README.md': 'x',
      LICENSE: 'x',
      'CHANGELOG.md': 'x',
      'files/a.svg': 'x',
      'files/deep/b.svg': 'x',
      '.github/workflows/x.yaml': 'x',
      'tools/draw.py': 'x',
    });
    assert.deepEqual(faults, []);
  });
});

describe('what stands twice in a pack', () => {
  // Where letters of either case are the same there is one file.
  if (process.platform === 'linux')
    for (const [one, other] of [
      ['files/A.svg', 'files/a.svg'],
      ['files/Deep/a.svg', 'files/deep/a.svg'],
      ['files/\u00e4.svg', 'files/a\u0308.svg'],
    ] as const)
      it(`is told of where other systems have one file: ${one}`, async () => {
        const { faults } = await faultsOf({ [one]: 'x', [other]: 'x' });
        assert.equal(faults.length, 1);
        assert.match(faults[0]?.message ?? '', /are the same: rename one/);
      });

  it('is told of two quizzes with one id, of which the first is used', async () => {
    const { loaded, faults } = await faultsOf({
      'quizzes/a.yaml': quiz('First'),
      'quizzes/a.yml': quiz('Second'),
    });
    assert.deepEqual(
      loaded?.quizzes.map(({ title }) => title),
      ['First'],
    );
    assert.deepEqual(
      faults.map(({ file }) => file),
      ['quizzes/a.yml'],
    );
    assert.match(faults[0]?.message ?? '', /quizzes\/a\.yaml/);
  });

  it('is told of topics, paths and a question on a path, at their lines', async () => {
    const { faults } = await faultsOf({
      'pack.yaml': `${packYaml}  - { id: t, title: Again }\npaths:\n  - id: p\n    title: P\n    questions:\n      - sound\n      - sound\n      - suond\n  - id: p\n    title: P\n    questions: [sound]\n`,
    });
    assert.deepEqual(
      faults.map(({ line }) => line).sort((a, b) => a - b),
      [4, 10, 11, 12],
    );
    assert.match(faults.find(({ line }) => line === 10)?.message ?? '', /twice/);
    assert.match(faults.find(({ line }) => line === 11)?.message ?? '', /did you mean “sound”/);
  });
});

describe('a text of a pack', () => {
  it('is found as a whole when it begins with a byte order mark, has Windows’ lines and a rule', async () => {
    const text = `\uFEFF${question()}Above zebra.\n\n---\n\nBelow okapi.\n`.replaceAll(
      '\n',
      '\r\n',
    );
    const { loaded, faults } = await faultsOf({ 'questions/other.md': text });
    assert.deepEqual(faults, []);
    assert.equal(loaded?.questions.length, 2);
  });

  it('is searched above and below a rule', async () => {
    const pack = await writePack({
      'questions/other.md': `\uFEFF${question()}Above zebra.\n\n---\n\nBelow okapi.\n`,
    });
    const { pack: loaded } = await FolderPack.read(pack.root, openPackFolder);
    const search = await loaded?.search();
    assert.deepEqual(search?.find('zebra'), ['other']);
    assert.deepEqual(search.find('okapi'), ['other']);
    await pack.dispose();
  });

  it('is read once for all that a page shows of it, and again after it could not be read', async () => {
    const pack = await writePack({ 'questions/sound.md': question('First') });
    const { pack: loaded } = await FolderPack.read(pack.root, openPackFolder);
    assert.ok(loaded);
    const first = await loaded.loadQuestion('sound');
    const rendered = await loaded.render('sound');
    assert.equal(await loaded.loadQuestion('sound'), first);
    assert.equal(await loaded.render('sound'), rendered);
    await writeFile(join(pack.root, 'questions/other.md'), 'x');
    await assert.rejects(loaded.loadQuestion('other'), /front matter/);
    await writeFile(join(pack.root, 'questions/other.md'), question('Mended'));
    assert.equal((await loaded.loadQuestion('other')).title, 'Mended');
    await pack.dispose();
  });
});
