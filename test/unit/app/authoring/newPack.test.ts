import assert from 'node:assert/strict';
import { newPack } from '../../../../src/app/authoring/newPack.js';
import { slugOf } from '../../../../src/app/authoring/slug.js';
import { FolderPack } from '../../../../src/app/content/folderPack.js';
import { provePack } from '../../../../src/app/proving/provePack.js';
import { findingsOf } from '../../../../src/app/proving/finding.js';
import { openPackFolder } from '../../../../src/hosts/node/packs/packFolder.js';
import { writePack } from '../../hosts/node/packs/writtenPack.js';

describe('a new pack', () => {
  it('has a question and a quiz without a single problem or warning', async () => {
    const written = await writePack(Object.fromEntries(newPack('team', 'Team “A”: notes')));
    const { pack } = await FolderPack.read(written.root, openPackFolder);
    const options = { only: [], every: true, day: '2026-01-31', pythons: [], atOnce: 1 };
    const report = await provePack(written.root, openPackFolder, options);
    await written.dispose();
    assert.deepEqual(findingsOf([report]), []);
    assert.equal(pack?.info.title, 'Team “A”: notes');
    assert.deepEqual([pack.questions.length, pack.quizzes[0]?.size], [1, 2]);
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
