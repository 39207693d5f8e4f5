import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalog } from '../../../src/core/catalog.js';
import { noteFileName, questionOfNote } from '../../../src/core/note.js';
import { FolderPack } from '../../../src/app/content/folderPack.js';
import { openPackFolder } from '../../../src/hosts/node/packs/packFolder.js';
import { writePack } from '../hosts/node/packs/writtenPack.js';

const shipped = fileURLToPath(new URL('../../fixtures/profiles/pack', import.meta.url));

/** A pack of the learner's with a question and a quiz of the very ids that the shipped one has. */
const mine = {
  'pack.yaml': `id: mine
title: Mine
topics:
  - { id: t, title: Topic }
paths:
  - { id: all, title: All, description: All of it., questions: [gil, own, mro] }
`,
  'questions/gil.md': `---
title: My gil
topic: t
related: [own, mro]
---

See [mine](question:own) and [theirs](question:mro). A lock of my own.
`,
  'questions/own.md': '---\ntitle: Own\ntopic: t\n---\n\nOnly mine.\n',
  'quizzes/knowledge-check.yaml': `title: My check
items:
  - id: even
    kind: text
    question: gil
    prompt: Mine?
    accept: [yes]
    explanation: Mine.
`,
};

describe('a catalog of two packs with the same short ids', () => {
  let catalog: Catalog;
  let dispose: () => Promise<void>;

  before(async () => {
    const written = await writePack(mine);
    dispose = () => written.dispose();
    const packs = await Promise.all(
      [shipped, written.root].map((root) => FolderPack.read(root, openPackFolder)),
    );
    catalog = new Catalog(packs.flatMap(({ pack }) => pack ?? []));
  });

  after(() => dispose());

  it('hides none: each has its own id, and a short one is the shipped pack’s first', async () => {
    assert.deepEqual(
      catalog.questions.map(({ id }) => id),
      ['gil', 'mro', 'descriptors', 'mine/gil', 'mine/own'],
    );
    const titles = async (id: string): Promise<string[]> => [
      catalog.question(id)?.title ?? '',
      (await catalog.load(id)).title,
    ];
    assert.deepEqual(await titles('mine/gil'), ['My gil', 'My gil']);
    for (const id of ['gil', 'expert-python/gil'])
      assert.deepEqual(new Set(await titles(id)), new Set(['What does the lock protect?']));
    assert.equal(catalog.question('own')?.id, 'mine/own');
    assert.equal((await catalog.load('own')).id, 'mine/own');
    assert.equal(catalog.packOf('mine/gil')?.info.id, 'mine');
  });

  it('gives each quiz, and its items the questions of its own pack', async () => {
    assert.deepEqual(
      catalog.quizzes.map(({ id, title, questions }) => [id, title, questions]),
      [
        ['knowledge-check', 'Knowledge check', ['gil', 'mro']],
        ['mine/knowledge-check', 'My check', ['mine/gil']],
      ],
    );
    const quiz = await catalog.loadQuiz('mine/knowledge-check');
    assert.deepEqual([quiz.id, quiz.items[0]?.question], ['mine/knowledge-check', 'mine/gil']);
    assert.equal((await catalog.loadQuiz('expert-python/knowledge-check')).id, 'knowledge-check');
    assert.equal(catalog.quizId('elsewhere/quiz'), undefined);
    await assert.rejects(catalog.loadQuiz('elsewhere/quiz'), /There is no quiz “elsewhere\/quiz”/);
  });

  it('follows links and paths within a pack first, then in the shipped one', async () => {
    const { html } = await catalog.render('mine/gil');
    assert.deepEqual(
      [...html.matchAll(/data-question="([^"]*)"/g)].map(([, id]) => id),
      ['mine/own', 'mro'],
    );
    assert.deepEqual((await catalog.load('mine/gil')).related, ['mine/own', 'mro']);
    assert.deepEqual(catalog.paths().at(-1)?.questions, ['mine/gil', 'mine/own', 'mro']);
    assert.ok((await catalog.search('lock')).includes('mine/gil'));
    assert.ok((await catalog.search('lock')).includes('gil'));
  });

  it('keeps the notes on each apart', () => {
    const names = ['gil', 'mine/gil', 'mine/con', 'con'].map(noteFileName);
    assert.deepEqual(names, ['gil.md', 'mine--gil.md', 'mine--con.md', '_con.md']);
    assert.deepEqual(names.map(questionOfNote), ['gil', 'mine/gil', 'mine/con', 'con']);
    assert.equal(questionOfNote('a--b--c.md'), undefined);
  });

  it('holds of two packs with one id the first', async () => {
    const [own] = catalog.packs;
    const { pack } = await FolderPack.read(join(shipped), openPackFolder);
    assert.ok(own && pack);
    assert.deepEqual(new Catalog([own, pack]).packs, [own]);
  });
});
