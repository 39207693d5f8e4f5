import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import type { QuestionSummary } from '../../../../src/core/pack/pack.js';
import { decodeJournal } from '../../../../src/core/progress/decodeJournal.js';
import { ProgressFold } from '../../../../src/core/progress/progress.js';
import { localDays } from '../../../../src/core/statistics/days.js';
import { trend } from '../../../../src/core/statistics/results.js';
import { StatisticsFold } from '../../../../src/core/statistics/statisticsFold.js';
import { statisticsModel } from '../../../../src/app/statistics/statisticsModel.js';
import type { StatisticsModel } from '../../../../src/protocol/statistics.js';
import { madeUpHistory } from '../../../fixtures/history.mjs';

const ids = Array.from({ length: 60 }, (_, index) => `question-${String(index)}`);
const dayOf = localDays(() => 0);
const until = Date.UTC(2026, 10, 22, 20);
const never = (): never => {
  throw new Error('Statistics need no more of a pack than its index.');
};

function catalog(): Catalog {
  const questions = ids.map((id, index): QuestionSummary => ({
    id,
    packId: 'p',
    title: `Question ${String(index)}`,
    topic: index % 2 ? 'odd' : 'even',
    order: index,
    level: 'core',
    tags: [],
    snippets: [],
  }));
  const topics = ['even', 'odd', 'empty'].map((id) => ({ id, title: id, description: '' }));
  const pack: LoadedPack = {
    info: {
      id: 'expert-python',
      title: 'Pack',
      description: '',
      version: '1',
      license: '',
      topics,
      paths: [],
    },
    root: '/',
    questions,
    quizzes: [{ id: 'exam', title: 'Exam', description: '', size: 10, questions: ids }],
    exercises: [],
    loadQuestion: never,
    render: never,
    loadExercise: never,
    loadQuiz: never,
    search: never,
  };
  return new Catalog([pack]);
}

function modelOf(events: number): { model: StatisticsModel; kinds: ReadonlyMap<string, number> } {
  const text = madeUpHistory({ events, days: 370, until, questions: [...ids, 'of-no-pack'] });
  const { entries, damaged } = decodeJournal(text);
  assert.deepEqual(damaged, []);
  const [fold, progress] = [new StatisticsFold(dayOf), new ProgressFold()];
  const kinds = new Map<string, number>();
  for (const entry of entries) {
    fold.apply(entry);
    progress.apply(entry);
    kinds.set(entry.event.kind, (kinds.get(entry.event.kind) ?? 0) + 1);
  }
  const parts = {
    fold,
    today: dayOf(until),
    catalog: catalog(),
    progress,
    forecast: undefined,
  };
  return { model: statisticsModel(parts), kinds };
}

describe('what the progress page is told', () => {
  it('is small, however long the journal is', () => {
    const [short, long] = [modelOf(3_000), modelOf(100_000)].map(
      ({ model }) => JSON.stringify(model).length,
    );
    assert.ok(short !== undefined && long !== undefined && long < 40_000, String(long));
    assert.ok(long < 1.5 * short, `${String(short)} and ${String(long)}`);
  });

  it('adds up to what is in the journal', () => {
    const { model, kinds } = modelOf(20_000);
    const sum = (kind: 'reviews' | 'answers' | 'reads' | 'notes'): number =>
      model.activity.reduce((total, [, day]) => total + day[kind], 0);
    assert.equal(sum('reviews'), kinds.get('rated'));
    assert.equal(sum('answers'), kinds.get('answered'));
    assert.equal(sum('reads'), kinds.get('read'));
    assert.equal(sum('notes'), kinds.get('noted'));
    assert.equal(model.streak.current, 12);
    assert.equal(model.streak.today, true);
    assert.deepEqual(
      model.topics.map(({ title, total }) => [title, total]),
      [
        ['even', 30],
        ['odd', 30],
      ],
      'a topic without questions is left out',
    );
    assert.equal(model.weakest.length, 10);
    assert.ok(model.weakest.every(({ id }) => ids.includes(id)));
    const strengths = model.weakest.map(({ strength }) => strength);
    assert.deepEqual(
      strengths,
      strengths.toSorted((one, other) => one - other),
    );
    assert.deepEqual(model.due, []);
    assert.equal('target' in model.retention, false);
  });

  it('compares interviews, whole quizzes and mixed ones with those before them', () => {
    const fold = new StatisticsFold(dayOf);
    const finished = (quiz: string, score: number): void => {
      fold.apply({ time: until, event: { kind: 'quizFinished', quiz, score, items: 10 } });
    };
    for (const score of [0, 0.1, 0.2, 0.3]) finished('exam', score);
    finished('mixed', 0.9);
    // What was missed, and what is about one question, is neither; nor does it push the others out.
    for (let turn = 0; turn < 20; turn++)
      finished(turn % 2 ? 'exam.missed' : 'about.question-1', 1);
    finished('of-a-pack-that-is-gone', 1);
    const parts = { fold, today: dayOf(until), catalog: catalog(), progress: new ProgressFold() };
    const { quizzes } = statisticsModel({ ...parts, forecast: undefined });
    assert.deepEqual(
      quizzes.map(({ share, title }) => [share, title]),
      [
        [0, 'Exam'],
        [0.1, 'Exam'],
        [0.2, 'Exam'],
        [0.3, 'Exam'],
        [0.9, undefined],
      ],
    );
    assert.ok(Math.abs((trend(quizzes) ?? 0) - 0.75) < 1e-9, 'above the mean before');
  });

  it('says what the schedule says, and lets it find what is nearly forgotten', () => {
    const fold = new StatisticsFold(dayOf);
    const card = 'question/question-1' as const;
    fold.apply({ time: until, event: { kind: 'rated', card, rating: 4 } });
    const model = statisticsModel({
      fold,
      today: dayOf(until),
      catalog: catalog(),
      progress: new ProgressFold(),
      forecast: {
        outlook: (days) => Array.from({ length: days }, (_, day) => day),
        desiredRetention: 0.85,
        recall: (id) => (id === card ? 0.3 : undefined),
      },
    });
    assert.equal(model.due.length, 31);
    assert.equal(model.retention.target, 0.85);
    assert.deepEqual(
      model.weakest.map(({ id, strength }) => [id, strength]),
      [['question-1', 0.3]],
    );
  });
});
