import assert from 'node:assert/strict';
import { bookmarksOf } from '../../../../src/core/progress/bookmarks.js';
import type { CardId, LearningEvent } from '../../../../src/core/progress/event.js';
import { progressOf } from '../../../../src/core/progress/progress.js';
import { renamedIdsOf, underNewIds } from '../../../../src/core/progress/renamedIds.js';
import type { Aliases } from '../../../../src/core/pack/pack.js';
import { memoryJournal } from '../../app/memoryJournal.js';

/** What a pack `team` says of its ids. */
function renamed(aliases: Partial<Aliases>): ReturnType<typeof renamedIdsOf> {
  const none = { questions: {}, quizzes: {}, exercises: {} };
  const info = {
    id: 'team',
    title: '',
    description: '',
    version: '',
    license: '',
    topics: [],
    paths: [],
  };
  return renamedIdsOf([{ info: { ...info, aliases: { ...none, ...aliases } } }]);
}

describe('progress under an id that a pack gave up', () => {
  const aliases = renamed({
    questions: { old: 'mid', mid: 'new', a: 'b', b: 'a' },
    quizzes: { first: 'one' },
    exercises: { fizz: 'buzz' },
  });

  it('counts for the new one, before and after the alias is known, and is stored as it was', async () => {
    const journal = memoryJournal();
    const [progress, bookmarks] = [progressOf(journal), bookmarksOf(journal)];
    const told: string[] = [];
    await progress.record({ kind: 'read', question: 'team/old' });
    await journal.record({ kind: 'bookmarked', question: 'team/old', bookmarked: true });
    assert.equal(progress.state('team/new'), 'unread');
    progress.onDidChange((ids) => told.push(...ids));
    await journal.rename(aliases);
    assert.equal(progress.state('team/new'), 'read');
    assert.ok(bookmarks.has('team/new'));
    assert.deepEqual(told, ['team/new']);
    const answered = {
      kind: 'answered',
      quiz: 'team/first',
      item: 'i',
      question: 'team/mid',
      score: 0,
    } as const;
    await progress.record(answered);
    assert.equal(progress.scores('team/one').get('i'), 0);
    const { entries } = await journal.history();
    assert.deepEqual(
      entries.map(({ event }) => 'question' in event && event.question),
      ['team/old', 'team/old', 'team/mid'],
    );
    await journal.rename(renamed({}));
    assert.equal(progress.state('team/new'), 'unread');
    assert.equal(progress.state('team/old'), 'read');
  });

  for (const [event, expected] of [
    [
      { kind: 'read', question: 'team/old' },
      { kind: 'read', question: 'team/new' },
    ],
    [{ kind: 'read', question: 'old' }, undefined],
    [{ kind: 'read', question: 'team/a' }, undefined],
    [
      { kind: 'quizFinished', quiz: 'team/first', score: 1, items: 1 },
      { kind: 'quizFinished', quiz: 'team/one', score: 1, items: 1 },
    ],
    [
      { kind: 'rated', card: 'question/team/old' as CardId, rating: 3 },
      { kind: 'rated', card: 'question/team/new', rating: 3 },
    ],
    [
      { kind: 'buried', card: 'item/team/first/i' as CardId, until: 1 },
      { kind: 'buried', card: 'item/team/one/i', until: 1 },
    ],
    [
      { kind: 'suspended', card: 'exercise/team/fizz' as CardId, suspended: true },
      { kind: 'suspended', card: 'exercise/team/buzz', suspended: true },
    ],
    [
      {
        kind: 'interviewed',
        length: 1,
        questions: [{ question: 'team/mid', seconds: 1, points: [] }],
      },
      {
        kind: 'interviewed',
        length: 1,
        questions: [{ question: 'team/new', seconds: 1, points: [] }],
      },
    ],
    [
      {
        kind: 'sessionBegun',
        session: 's',
        of: 'quiz',
        name: 'team/first',
        start: { items: [{ quiz: 'team/first' }] },
      },
      {
        kind: 'sessionBegun',
        session: 's',
        of: 'quiz',
        name: 'team/one',
        start: { items: [{ quiz: 'team/one' }] },
      },
    ],
    [
      { kind: 'sessionBegun', session: 's', of: 'exercise', name: 'team/fizz', start: {} },
      { kind: 'sessionBegun', session: 's', of: 'exercise', name: 'team/buzz', start: {} },
    ],
  ] as const satisfies readonly (readonly [LearningEvent, unknown])[])
    it(`is told of an event ${JSON.stringify(event).slice(0, 70)}`, () => {
      const now = underNewIds(event, aliases);
      if (expected) assert.deepEqual(now, expected);
      else assert.equal(now, event);
    });
});
