import assert from 'node:assert/strict';
import { quizSetupModel } from '../../../../src/app/quiz/setupModel.js';
import type { QuestionSummary, Quiz } from '../../../../src/core/pack/pack.js';
import { firstQuizSetup } from '../../../../src/core/quiz/setup.js';
import { all } from '../../core/quiz/items.js';

const [item = assert.fail()] = all;
const packs = ['one', 'two'].map((id) => ({
  info: {
    id,
    title: id,
    topics: [
      { id: 'same', title: `Same of ${id}`, description: '' },
      { id: 'unasked', title: 'Unasked', description: '' },
    ],
  },
}));
const catalog = {
  packs,
  question: (id: string) =>
    ({ id, packId: id.split('/')[0] ?? '', topic: 'same', level: 'core' }) as QuestionSummary,
};
const quizOf = (packId: string, levels: readonly ('core' | 'expert')[]): Quiz => ({
  id: `${packId}/quiz`,
  packId,
  title: '',
  description: '',
  items: levels.map((level, at) => ({
    ...item,
    id: `item-${at}`,
    question: `${packId}/question`,
    level,
  })),
});

describe('what there is to choose from for a mixed quiz', () => {
  const scores: Readonly<Record<string, readonly [string, number][]>> = {
    'two/quiz': [
      ['item-0', 0.5],
      ['item-1', 1],
    ],
  };
  const model = quizSetupModel({
    catalog: catalog as unknown as Parameters<typeof quizSetupModel>[0]['catalog'],
    quizzes: [quizOf('one', ['core', 'core', 'expert']), quizOf('two', ['core', 'core'])],
    progress: { scores: (quiz) => new Map(scores[quiz] ?? []) },
    setup: firstQuizSetup,
    begun: undefined,
  });

  it('keeps topics of two packs apart that have the same id, and leaves out what nothing asks about', () => {
    assert.deepEqual(model.topics, [
      { key: 'one/same', title: 'Same of one' },
      { key: 'two/same', title: 'Same of two' },
    ]);
  });

  it('counts the items of each topic and level, and which were missed', () => {
    assert.deepEqual(model.pool, [
      { topic: 'one/same', level: 'core', count: 2, missed: 0 },
      { topic: 'one/same', level: 'expert', count: 1, missed: 0 },
      { topic: 'two/same', level: 'core', count: 2, missed: 1 },
    ]);
    assert.equal(model.unfinished, undefined);
  });
});
