import assert from 'node:assert/strict';
import { ReviewBook } from '../../../../src/app/review/reviewBook.js';
import { todayModel } from '../../../../src/app/today/todayModel.js';
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import type { LearningEvent } from '../../../../src/core/progress/event.js';
import { progressOf } from '../../../../src/core/progress/progress.js';
import { reviewDays } from '../../../../src/core/review/days.js';
import { usualTerms } from '../../../../src/core/review/terms.js';
import { localDays } from '../../../../src/core/statistics/days.js';
import { StatisticsFold } from '../../../../src/core/statistics/statisticsFold.js';
import type { DayModel, DayOfPlan } from '../../../../src/protocol/today.js';
import { exercise } from '../exercise/exercise.js';
import { memoryJournal } from '../memoryJournal.js';

const never = (): never => {
  throw new Error('Only the index is needed.');
};
const topics = ['a', 'b', 'c'];
const ids = Array.from({ length: 24 }, (_, at) => `q${String(at)}`);
const topicOf = (at: number, of: number): string => topics[Math.floor((at * 3) / of)] ?? '';
const pack: LoadedPack = {
  info: {
    id: 'expert-python',
    title: 'Pack',
    description: '',
    version: '1',
    license: '',
    topics: topics.map((id) => ({ id, title: `Topic ${id}`, description: '' })),
    paths: [{ id: 'way', title: 'Way', description: '', questions: ids }],
  },
  root: '/',
  questions: ids.map((id, at) => ({
    id,
    packId: 'expert-python',
    title: `Title ${id}`,
    topic: topicOf(at, ids.length),
    order: at,
    level: 'core',
    tags: [],
    snippets: [],
  })),
  quizzes: [],
  exercises: Array.from({ length: 18 }, (_, at) => ({
    ...exercise,
    id: `e${String(at)}`,
    packId: 'expert-python',
    title: `Exercise ${String(at)}`,
    topic: topicOf(at, 18),
    order: at,
    minutes: 20,
  })),
  loadQuestion: never,
  render: never,
  loadExercise: never,
  loadQuiz: never,
  search: never,
};

const msPerDay = 86_400_000;
const begin = Date.UTC(2026, 4, 1, 12);
const utc = (): number => 0;

/** A learner who does what the page of each day asks for, but for the days that are missed. */
async function fortnight(missed: readonly number[]): Promise<{
  readonly models: readonly DayModel[];
  readonly recorded: readonly { readonly time: number; readonly event: LearningEvent }[];
  readonly book: ReviewBook;
}> {
  const clock = { now: begin };
  const journal = memoryJournal(undefined, () => clock.now);
  const book = new ReviewBook(
    journal,
    () => usualTerms,
    () => clock.now,
    reviewDays(utc),
  );
  const progress = progressOf(journal);
  const fold = journal.follow(() => new StatisticsFold(localDays(utc)));
  const recorded: { time: number; event: LearningEvent }[] = [];
  const done = async (event: LearningEvent): Promise<void> => {
    recorded.push({ time: clock.now, event });
    await journal.record(event);
    clock.now += 60_000;
  };
  const catalog = new Catalog([pack]);
  const model = (): DayModel => {
    const shown = todayModel({
      catalog,
      progress,
      fold: fold.value,
      today: localDays(utc)(clock.now),
      date: new Date(clock.now).toISOString().slice(0, 10),
      plan: { kind: 'interview', path: 'way', date: '2026-05-15' },
      recent: [],
      due: 0,
      cards: book,
    });
    assert.ok(shown.screen === 'day');
    return shown;
  };
  const models: DayModel[] = [];
  for (let day = 0; day < 14; day++) {
    clock.now = begin + day * msPerDay;
    const planned = model();
    models.push(planned);
    if (missed.includes(day)) continue;
    const today = planned.days?.[0];
    const unread = ids.filter((id) => progress.state(id) === 'unread');
    for (const question of unread.slice(0, today?.questions))
      await done({ kind: 'read', question });
    for (const { id } of today?.exercises ?? [])
      await done({
        kind: 'attempted',
        exercise: id,
        passed: true,
        looked: false,
        hints: 0,
        failed: 0,
      });
    for (const { card } of book.queue(catalog).cards)
      await done({ kind: 'rated', card: card.id, rating: 3 });
    // What was done today is not asked for once more, and tomorrow's stays tomorrow's.
    const [rest, next] = model().days ?? [];
    assert.deepEqual([rest?.questions, rest?.exercises], [0, []]);
    assert.deepEqual(next && work(next), planned.days?.[1] && work(planned.days[1]));
  }
  clock.now = begin + 14 * msPerDay;
  models.push(model());
  return { models, recorded, book };
}

const work = ({ date, questions, exercises }: DayOfPlan): unknown => [date, questions, exercises];
const sum = (days: readonly DayOfPlan[] | undefined, of: (day: DayOfPlan) => number): number =>
  (days ?? []).reduce((total, day) => total + of(day), 0);

describe('the plan to a date', () => {
  it('has every day until the interview, with what to read, to write and to be asked', async () => {
    const { models } = await fortnight([]);
    const [first] = models;
    assert.equal(first?.days?.length, 14);
    assert.equal(
      sum(first.days, ({ questions }) => questions),
      24,
    );
    // As many minutes of writing as of reading: the topics take turns.
    assert.deepEqual(
      first.days.flatMap(({ exercises }) => exercises.map(({ title }) => title)),
      [0, 6, 12, 1, 7, 13, 2, 8, 14].map((at) => `Exercise ${String(at)}`),
    );
    assert.deepEqual(first.days[0], {
      date: '2026-05-01',
      questions: 2,
      topics: ['Topic a'],
      exercises: [{ id: 'e0', title: 'Exercise 0', minutes: 20 }],
      cards: 0,
    });
    assert.ok(sum(models[7]?.days, ({ cards }) => cards) > 0);
  });

  it('is made anew when days are missed, and still ends in time', async () => {
    const missed = [3, 4, 9];
    const { models } = await fortnight(missed);
    assert.deepEqual(
      models.map(({ missed: days }) => days),
      [0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0],
    );
    for (const [at, { days }] of models.entries()) {
      if (at === 14) continue;
      const perDay = days?.map(({ questions }) => questions) ?? [];
      assert.equal(days?.length, 14 - at);
      // Spread evenly: no day holds more than today does.
      assert.equal(Math.max(...perDay), perDay[0], `day ${String(at)}: ${perDay.join()}`);
    }
    const measures = models.map(({ days }) => days?.[0]?.questions);
    assert.deepEqual([measures[2], measures[5]], [2, 2]);
    const last = models.at(-1);
    assert.deepEqual([last?.plan?.read, last?.plan?.daysLeft], [24, 0]);
    assert.equal(
      sum(last?.days, ({ exercises }) => exercises.length),
      0,
    );
  });

  it('changes nothing about when cards are asked', async () => {
    const { recorded, book } = await fortnight([3, 4, 9]);
    // A learner who did the same at the same times, and never saw a plan.
    const clock = { now: begin };
    const journal = memoryJournal(undefined, () => clock.now);
    const without = new ReviewBook(
      journal,
      () => usualTerms,
      () => clock.now,
      reviewDays(utc),
    );
    for (const { time, event } of recorded) {
      clock.now = time;
      await journal.record(event);
    }
    clock.now = book.now();
    const dueDays = (of: ReviewBook): readonly (number | undefined)[] =>
      [
        ...ids.map((id) => `question/${id}` as const),
        ...pack.exercises.map(({ id }) => `exercise/${id}` as const),
      ].map((card) => of.dueDay(card));
    assert.deepEqual(dueDays(book), dueDays(without));
    assert.ok(new Set(dueDays(book)).size > 5);
  });
});
