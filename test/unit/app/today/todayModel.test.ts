import assert from 'node:assert/strict';
import { todayModel } from '../../../../src/app/today/todayModel.js';
import type { TodayParts } from '../../../../src/app/today/todayParts.js';
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import { dailyMeasure, daysUntil } from '../../../../src/core/plan.js';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import { StatisticsFold } from '../../../../src/core/statistics/statisticsFold.js';

const never = (): never => {
  throw new Error('Only the index is needed.');
};
const question = (id: string, topic: string): LoadedPack['questions'][number] => ({
  id,
  packId: 'expert-python',
  title: `Title ${id}`,
  topic,
  order: 1,
  level: 'core',
  tags: [],
  snippets: [],
});
const pack: LoadedPack = {
  info: {
    id: 'expert-python',
    title: 'Pack',
    description: '',
    version: '1',
    license: '',
    topics: ['a', 'b'].map((id) => ({ id, title: `Topic ${id}`, description: '' })),
    paths: [{ id: 'way', title: 'Way', description: '', questions: ['4', '2', 'gone', '1'] }],
  },
  root: '/',
  questions: [question('1', 'a'), question('2', 'a'), question('3', 'b'), question('4', 'b')],
  quizzes: [],
  exercises: [],
  loadQuestion: never,
  render: never,
  loadExercise: never,
  loadQuiz: never,
  search: never,
};
const today = 100;

function parts(
  events: readonly (readonly [day: number, event: LearningEvent])[],
  more: Partial<TodayParts> = {},
): TodayParts {
  const fold = new StatisticsFold((time) => time);
  for (const [time, event] of events) fold.apply({ event, time });
  const read = events.flatMap(([, event]) => (event.kind === 'read' ? [event.question] : []));
  return {
    catalog: new Catalog([pack]),
    progress: { state: (id) => (read.includes(id) ? 'read' : 'unread') },
    fold,
    today,
    date: '2026-05-01',
    plan: undefined,
    recent: [],
    due: 0,
    cards: { card: () => undefined, outlook: () => [] },
    ...more,
  };
}

describe('what to do today', () => {
  it('is to choose, in a new profile', () => {
    const model = todayModel(parts([]));
    assert.ok(model.screen === 'choose');
    assert.deepEqual(
      model.paths.map(({ id }) => id),
      ['way'],
    );
    assert.equal(model.first?.id, '1');
  });

  it('is the next of the path, at a measure that reaches the date', () => {
    const plan = { kind: 'interview', path: 'way', date: '2026-05-03' } as const;
    const model = todayModel(parts([[today, { kind: 'read', question: '4' }]], { plan }));
    assert.ok(model.screen === 'day');
    assert.deepEqual(model.plan, { title: 'Way', read: 1, questions: 3, measure: 2, daysLeft: 2 });
    assert.equal(model.readOn?.id, '2');
    assert.equal(model.readToday, 1);
    assert.equal(model.streak.current, 1);
  });

  it('goes on where one was, and needs no plan', () => {
    const model = todayModel(
      parts([[today - 1, { kind: 'read', question: '1' }]], { recent: ['3'], due: 2 }),
    );
    assert.ok(model.screen === 'day');
    assert.equal(model.plan, undefined);
    assert.equal(model.readOn?.id, '3');
    assert.equal(model.due, 2);
  });

  it('names the topic that is known least, while there is one', () => {
    const answered = (id: string, score: number): readonly [number, LearningEvent] => [
      today,
      { kind: 'answered', quiz: 'q', item: `on-${id}`, question: id, score },
    ];
    const model = todayModel(parts([answered('1', 1), answered('2', 0), answered('3', 0.7)]));
    assert.ok(model.screen === 'day');
    assert.equal(model.weakest?.title, 'Topic a');
    assert.equal(model.weakest.strength, 0.5);
    const well = todayModel(parts([answered('1', 1)]));
    assert.ok(well.screen === 'day' && well.weakest === undefined);
  });
});

describe('the measure of a plan', () => {
  it('spreads what is left over the days that are left', () => {
    const on = (date: string): number | undefined =>
      dailyMeasure({ kind: 'interview', path: 'p', date }, 24, '2026-05-01');
    assert.equal(on('2026-05-15'), 2);
    assert.equal(on('2026-05-02'), 24);
    assert.equal(on('2026-05-01'), 24);
    assert.equal(on('2025-01-01'), 24);
    assert.equal(daysUntil('2026-11-02', '2026-10-25'), 8);
    assert.equal(dailyMeasure({ kind: 'learn', path: 'p', perDay: 3 }, 2, '2026-05-01'), 2);
    assert.equal(dailyMeasure({ kind: 'explore' }, 2, '2026-05-01'), undefined);
  });
});
