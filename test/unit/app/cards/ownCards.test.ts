import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnCards } from '../../../../src/app/cards/ownCards.js';
import type { OwnCard } from '../../../../src/app/cards/ownCard.js';
import { pieces } from '../../../../src/app/cards/ownCard.js';
import { FolderPack } from '../../../../src/app/content/folderPack.js';
import { cardContent } from '../../../../src/app/review/cardContent.js';
import { ReviewBook } from '../../../../src/app/review/reviewBook.js';
import { Catalog } from '../../../../src/core/catalog.js';
import { isLearnerPath } from '../../../../src/core/progress/learnerPath.js';
import { decodeEvent, encodeEvent } from '../../../../src/core/progress/storedEvent.js';
import { grade } from '../../../../src/core/quiz/grade.js';
import { usualTerms } from '../../../../src/core/review/terms.js';
import { TextFolder } from '../../../../src/hosts/node/files/textFolder.js';
import { openPackFolder } from '../../../../src/hosts/node/packs/packFolder.js';
import { memoryJournal } from '../memoryJournal.js';

const now = Date.UTC(2026, 4, 1, 12);

describe('The learner’s own cards', () => {
  let root: string;
  let cards: OwnCards;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'cards-'));
    const texts = (name: string): TextFolder => new TextFolder(join(root, name));
    cards = new OwnCards(
      { pack: new TextFolder(root), questions: texts('questions'), quizzes: texts('quizzes') },
      {
        title: 'My Cards',
        description: 'Mine.',
        prints: 'What does this print?',
        damaged: (file) => `Mend ${file}.`,
      },
    );
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function catalog(): Promise<Catalog> {
    const { pack, faults } = await FolderPack.read(root, openPackFolder);
    assert.deepEqual([...faults, ...((await pack?.check()) ?? [])], []);
    return new Catalog(pack ? [pack] : []);
  }

  /** Makes a card and asks for it as the review does, the next day. */
  async function asked(card: OwnCard, at = now): Promise<Awaited<ReturnType<typeof cardContent>>> {
    const { event } = await cards.add(card, at);
    const kept = decodeEvent(encodeEvent(event));
    assert.deepEqual(kept, event);
    const journal = memoryJournal(undefined, () => now);
    await journal.recordAll([{ event }]);
    const book = new ReviewBook(
      journal,
      () => usualTerms,
      () => now + 86_400_000,
    );
    const known = await catalog();
    const [due] = book.queue(known).cards;
    assert.equal(due?.kind, 'new');
    return cardContent(known, due.card);
  }

  it('ask what the learner wrote, and answer with what was selected', async () => {
    const content = await asked({
      kind: 'asked',
      prompt: 'Who: "holds"\nthe GIL?',
      answer: 'One thread *at a time*.\n\n```python\nx = 1\n```',
    });
    assert.equal(content?.title, 'Who: "holds" the GIL?');
    assert.ok(content.kind === 'question');
    assert.match(content.opening, /^One thread \*at a time\*\.\n\n```python\nx = 1\n```$/);
  });

  it('hide whole pieces of a text, wherever they stand, and show them in the answer', async () => {
    const text = 'A `list` is a list; `is` compares identity, isn’t it?';
    assert.deepEqual(pieces(text), [
      'A',
      '`list`',
      'is',
      'a',
      'list',
      '`is`',
      'compares',
      'identity',
      'isn’t',
      'it',
    ]);
    const content = await asked({ kind: 'cloze', text, hidden: ['`is`', 'list'] });
    assert.equal(content?.title, 'A list is a […]; […] compares identity, isn’t it?');
    assert.ok(content.kind === 'question');
    assert.match(content.opening, /A `list` is a \*\*list\*\*; \*\*`is`\*\* compares/);
  });

  it('ask what a program prints, and know it from the interpreter', async () => {
    const content = await asked({
      kind: 'prints',
      code: '# a comment\nprint("```")\nprint([1] * 2)\n',
      printed: '```\n[1, 1]\n',
    });
    assert.ok(content?.kind === 'item' && content.item.kind === 'output');
    assert.match(content.item.code, /^# a comment\nprint\("```"\)/);
    const score = (text: string): number => grade(content.item, { kind: 'text', text }).score;
    assert.equal(score('```\n[1, 1]'), 1);
    assert.equal(score('```\n[1]'), 0);
  });

  it('are files of a pack, in which the learner’s own lines and comments stay', async () => {
    const first = await cards.add({ kind: 'prints', code: 'print(1)', printed: '1\n' }, now);
    const quiz = join(root, 'quizzes', 'what-it-prints.yaml');
    const mine = (await readFile(quiz, 'utf8')).replace('items:', '# mine\nitems:');
    await writeFile(
      quiz,
      mine.replace('What does this print?\n    snippet', 'And this?\n    snippet'),
    );
    await cards.add({ kind: 'prints', code: 'print(2)', printed: '2\n' }, now + 1);
    const both = await readFile(quiz, 'utf8');
    assert.match(both, /# mine/);
    assert.match(both, /And this\?/);
    await cards.remove(first.question.split('/')[1] ?? '');
    const { questions, quizzes } = await catalog();
    assert.deepEqual([questions.length, quizzes[0]?.size], [1, 1]);
  });

  it('are gone with their last item, and no later card takes the history of a deleted one', async () => {
    const card = { kind: 'prints', code: 'print(1)', printed: '1\n' } as const;
    const one = await cards.add(card, now);
    await cards.remove(one.question.split('/')[1] ?? '');
    assert.deepEqual(await readdir(join(root, 'questions')), []);
    assert.deepEqual(await readdir(join(root, 'quizzes')), []);
    assert.ok(!(await readdir(root)).includes('pack.yaml'));
    const again = await cards.add(card, now + 5000);
    assert.notEqual(again.question, one.question);
  });

  it('are not written into a file that cannot be read', async () => {
    await cards.add({ kind: 'prints', code: 'print(1)', printed: '1\n' }, now);
    await writeFile(join(root, 'quizzes', 'what-it-prints.yaml'), 'items: [}');
    await assert.rejects(
      cards.add({ kind: 'prints', code: 'print(2)', printed: '2\n' }, now + 1),
      /Mend quizzes\/what-it-prints\.yaml\./,
    );
    assert.equal((await readdir(join(root, 'questions'))).length, 1);
  });

  it('are exported and deleted with what else is the learner’s', () => {
    for (const path of ['cards/pack.yaml', 'cards/questions/a-1.md'])
      assert.ok(isLearnerPath(path), path);
  });
});
