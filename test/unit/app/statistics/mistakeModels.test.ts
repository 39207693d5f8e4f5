import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import { Mistakes } from '../../../../src/core/statistics/mistakes.js';
import type { Mistake } from '../../../../src/core/statistics/mistakes.js';
import { mistakeModels } from '../../../../src/app/statistics/mistakeModels.js';
import { single } from '../../core/quiz/items.js';

const item = { ...single, prompt: 'What is **it**?', explanation: 'It is `this`.' };
const never = (): never => {
  throw new Error('Mistakes need no more of a pack than its quizzes.');
};

function catalog(quizzes = ['quiz', 'gone']): Catalog {
  const pack: LoadedPack = {
    info: {
      id: 'expert-python',
      title: 'Pack',
      description: '',
      version: '1',
      license: '',
      topics: [{ id: 't', title: 'T', description: '' }],
      paths: [],
    },
    root: '/',
    questions: [
      {
        id: 'gil',
        packId: 'expert-python',
        title: 'The GIL',
        topic: 't',
        order: 1,
        level: 'core',
        tags: [],
        snippets: [],
      },
    ],
    quizzes: quizzes.map((id) => ({
      id,
      title: id,
      description: '',
      size: 1,
      questions: ['gil'],
    })),
    exercises: [],
    loadQuestion: never,
    render: never,
    loadExercise: never,
    loadQuiz: (id) =>
      id === 'quiz'
        ? Promise.resolve({
            id,
            packId: 'expert-python',
            title: id,
            description: '',
            items: [{ ...item, id: 'other', prompt: 'Other?' }, item],
          })
        : Promise.reject(new Error('It cannot be read.')),
    search: never,
  };
  return new Catalog([pack]);
}

const mistake: Mistake = {
  quiz: 'quiz',
  item: item.id,
  question: 'gil',
  misses: 2,
  missedOn: 7,
  isMended: false,
};

describe('the mistakes that the progress page shows', () => {
  it('say what was asked and why it is so, in plain words', async () => {
    assert.deepEqual(await mistakeModels(catalog(), [mistake], undefined), [
      {
        quiz: 'quiz',
        item: 'single',
        question: 'gil',
        title: 'The GIL',
        asked: 'What is it?',
        why: 'It is this.',
        misses: 2,
        missedOn: 7,
        isMended: false,
      },
    ]);
  });

  it('say when each comes again, where it does', async () => {
    const forecast = { outlook: never, desiredRetention: 0.9, recall: never };
    const again = async (day: number | undefined): Promise<unknown> => {
      const asked: string[] = [];
      const dueDay = (card: string): number | undefined => {
        asked.push(card);
        return day;
      };
      const [shown] = await mistakeModels(catalog(), [mistake], { ...forecast, dueDay });
      assert.deepEqual(asked, ['item/quiz/single']);
      return shown && 'again' in shown ? shown.again : 'never';
    };
    assert.deepEqual([await again(9), await again(0), await again(undefined)], [9, 0, 'never']);
    const [untold] = await mistakeModels(catalog(), [mistake], forecast);
    assert.equal(untold && 'again' in untold, false);
  });

  it('leave out what is in no pack any more, or cannot be read', async () => {
    const others = [
      { ...mistake, quiz: 'gone' },
      { ...mistake, quiz: 'no-such-quiz' },
      { ...mistake, item: 'no-such-item' },
      { ...mistake, question: 'no-such-question' },
    ];
    assert.deepEqual(await mistakeModels(catalog(), others, undefined), []);
    assert.equal((await mistakeModels(catalog(), [...others, mistake], undefined)).length, 1);
  });

  it('are fifty at most, of those that can be shown', async () => {
    const many = Array.from({ length: 60 }, (_, misses) => ({ ...mistake, misses }));
    const unknown = { ...mistake, quiz: 'no-such-quiz' };
    const shown = await mistakeModels(catalog(), [unknown, ...many], undefined);
    assert.deepEqual(
      shown.map(({ misses }) => misses),
      many.slice(0, 50).map(({ misses }) => misses),
    );
  });
});

describe('mistakes', () => {
  it('are what was not fully right, and mended once it is', () => {
    const mistakes = new Mistakes();
    const answered = (name: string, score: number, day: number): void => {
      const [quiz = '', id = ''] = name.split('/');
      mistakes.apply({ kind: 'answered', quiz, item: id, question: 'gil', score }, day);
    };
    mistakes.apply({ kind: 'read', question: 'gil' }, 1);
    for (const [name, score, day] of [
      ['q/right', 1, 1],
      ['q/b', 0.5, 2],
      ['q/a', 0, 2],
      ['q/mended', 0, 3],
      ['q/mended', 1, 4],
      ['q/again', 0, 1],
      ['q/again', 1, 2],
      ['q/again', 0.99, 5],
      ['q/early', 0, 1],
      ['q/late', 0, 9],
      ['q/late', 1, 9],
    ] as const)
      answered(name, score, day);
    assert.deepEqual(
      mistakes
        .all()
        .map(({ item, misses, missedOn, isMended }) => [item, misses, missedOn, isMended]),
      [
        ['again', 2, 5, false],
        ['a', 1, 2, false],
        ['b', 1, 2, false],
        ['early', 1, 1, false],
        ['late', 1, 9, true],
        ['mended', 1, 3, true],
      ],
    );
  });
});
