import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  newPart,
  partFile,
  partIdFault,
  partKinds,
} from '../../../../src/app/authoring/newParts.js';
import { newPack } from '../../../../src/app/authoring/newPack.js';
import { slugOf } from '../../../../src/app/authoring/slug.js';
import { FolderPack } from '../../../../src/app/content/folderPack.js';
import { provePack } from '../../../../src/app/proving/provePack.js';
import { findingsOf } from '../../../../src/app/proving/finding.js';
import { checkOptions } from '../../../../src/hosts/node/proving/checkOptions.js';
import { checkPacks } from '../../../../src/hosts/node/proving/checkPacks.js';
import { openPackFolder } from '../../../../src/hosts/node/packs/packFolder.js';
import { somePython } from '../../hosts/node/processes/pythons.js';
import { question, writePack } from '../../hosts/node/packs/writtenPack.js';

const program = (name: string): string => readFileSync(`src/hosts/node/checker/${name}.py`, 'utf8');
const tools = { checker: program('checker'), measurer: program('measurer') };

describe('a new pack', () => {
  let python: string;
  before(async () => {
    python = (await somePython()).executable;
  });

  it('has a question, a quiz and an exercise without a single problem or warning', async () => {
    const written = await writePack(Object.fromEntries(newPack('team', 'Team “A”: notes')));
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    const options = { only: [], every: true, day: '2026-01-31', pythons: [], atOnce: 1 };
    const report = await provePack(written.root, openPackFolder, options);
    await written.dispose();
    assert.deepEqual(findingsOf([report]), []);
    assert.equal(pack?.info.title, 'Team “A”: notes');
    const { questions, quizzes, exercises } = pack;
    assert.deepEqual([questions.length, quizzes[0]?.size, exercises.length], [1, 2, 1]);
  });

  for (const kind of partKinds)
    it(`takes a new ${kind}, which works and has no problem, with its author’s first words to type`, async () => {
      const wanted = { title: `One “more”: ${kind}`, topic: 't', question: 'sound' };
      const { files, select } = newPart(kind, wanted);
      const own = { 'questions/sound.md': question() };
      const written = await writePack({ ...own, ...Object.fromEntries(files) });
      let told = '';
      const options = checkOptions([written.root, '--python', python, '--strict']);
      const code = await checkPacks(options, { version: '1', tools }, (text) => (told += text));
      await written.dispose();
      assert.equal(code, 0, told);
      assert.match(told, /^[1-9]\d* passed, 0 failed, 0 skipped$/m);
      const [path, text = ''] = [...files][0] ?? [];
      assert.equal(path, partFile(kind, `one-more-${kind}`));
      assert.equal(text.split(select).length, 2, text);
    });

  it('refuses a title whose id could not be one', () => {
    assert.match(partIdFault('exercise', 'json') ?? '', /json/);
    assert.match(partIdFault('quiz', 'mixed') ?? '', /mixed/);
    assert.match(partIdFault('question', 'con') ?? '', /Windows/);
    for (const kind of partKinds) assert.equal(partIdFault(kind, 'closures'), undefined);
  });

  for (const [title, id] of [
    ['Zürich — Team 7', 'zurich-team-7'],
    ['  ', ''],
    ['知識', ''],
    ['a'.repeat(90), 'a'.repeat(60)],
  ] as const)
    it(`has an id made of its title: “${title}”`, () => {
      assert.equal(slugOf(title), id);
    });
});

describe('the format of a pack', () => {
  it('that is newer is told of once, and what is known of it is read', async () => {
    const written = await writePack({
      'pack.yaml':
        'format: 2\nid: trial\ntitle: Trial\nmood: new\ntopics:\n  - { id: t, title: Topic, hue: 3 }\n',
      'questions/new.md': '---\ntitle: New\ntopic: t\nmood: new\n---\nAn answer.\n',
    });
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    const faults = await pack?.check();
    await written.dispose();
    assert.equal(pack?.questions[0]?.title, 'New');
    assert.deepEqual(
      faults?.map(({ file, line, columns }) => [file, line, columns]),
      [['pack.yaml', 0, [8, 9]]],
    );
    assert.match(faults[0]?.message ?? '', /format 2/);
  });
});
