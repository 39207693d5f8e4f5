import assert from 'node:assert/strict';
import type { Quiz, QuizItem } from '../../../../src/core/pack/pack.js';
import {
  drawItems,
  itemsAbout,
  itemsOf,
  missedItems,
  planQuiz,
} from '../../../../src/app/quiz/plans.js';
import { all } from '../../core/quiz/items.js';

const items: readonly QuizItem[] = Array.from({ length: 40 }, (_, at) => ({
  ...(all[at % all.length] ?? assert.fail()),
  id: `item-${at}`,
  question: at < 30 ? 'about-a' : 'about-b',
  level: at % 2 === 0 ? 'core' : 'expert',
}));
const quiz: Quiz = { id: 'quiz', packId: 'pack', title: 'Quiz', description: '', items };
const catalog = {
  question: (id: string) => ({
    id,
    packId: 'pack',
    topic: id === 'about-a' ? 'a' : 'b',
    title: id,
    order: 1,
    level: 'core' as const,
    tags: [],
    snippets: [],
  }),
};
const placed = items.map((item) => ({ quiz: 'quiz', item }));
const progress = (scores: Readonly<Record<string, number>>) => ({
  scores: () => new Map(Object.entries(scores)),
});

describe('choosing what a quiz asks', () => {
  it('takes the items of the chosen topics and levels', () => {
    const of = (topics: string[], levels: ('core' | 'expert')[] = []): number =>
      itemsOf(catalog, [quiz], { topics, levels }).length;
    assert.equal(of(['pack/a', 'pack/b']), 40);
    assert.equal(of(['pack/b']), 10);
    assert.equal(of(['pack/a'], ['expert']), 15);
    assert.equal(of([]), 40, 'none chosen means all');
    assert.equal(of(['other/a']), 0, 'a topic of the same id in another pack');
    const questions = new Set(['about-b']);
    const ofPath = itemsOf(catalog, [quiz], { topics: [], levels: ['core'], questions });
    assert.equal(ofPath.length, 5, 'of a learning path');
    assert.ok(ofPath.every(({ item }) => item.question === 'about-b' && item.level === 'core'));
  });

  it('asks about a question its own items, and what only an exam asks where there are no others', () => {
    const some = items.slice(0, 3);
    const own: Quiz = { ...quiz, id: 'own', items: some };
    const exam: Quiz = { ...quiz, id: 'exam' };
    const about = (quizzes: readonly Quiz[], question: string): readonly string[] =>
      itemsAbout(catalog, quizzes, question).map((each) => `${each.quiz}/${each.item.id}`);
    assert.deepEqual(about([exam, own], 'about-a'), ['own/item-0', 'own/item-1', 'own/item-2']);
    assert.equal(about([exam, own], 'about-b').length, 10);
    assert.deepEqual(about([exam, own], 'about-c'), []);
  });

  it('draws as many as wanted, none twice, the same again with the same seed', () => {
    const draw = (seed: number, count = 12): readonly string[] =>
      drawItems(placed, progress({}), new Map(), { count, seed }).map(({ item }) => item.id);
    assert.equal(new Set(draw(1)).size, 12);
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
    assert.equal(draw(1, 100).length, 40);
  });

  it('draws weak items more often: surely wrong, wrong, never met, right', () => {
    const scores = progress({ 'item-0': 1, 'item-1': 0, 'item-2': 0 });
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const sure = new Map([['quiz/item-2', 'certain' as const]]);
      for (const { item } of drawItems(placed, scores, sure, { count: 5, seed }))
        drawn.set(item.id, (drawn.get(item.id) ?? 0) + 1);
    }
    const times = ['item-2', 'item-1', 'item-3', 'item-0'].map((id) => drawn.get(id) ?? 0);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
      String(times),
    );
    assert.ok((times[0] ?? 0) > 3 * (times[3] ?? 0), String(times));
  });

  it('asks again what was missed, the confidently wrong first', () => {
    const missed = missedItems(
      placed,
      progress({ 'item-0': 0, 'item-1': 1, 'item-2': 0.5, 'item-3': 0 }),
      new Map([
        ['quiz/item-0', 'guess'],
        ['quiz/item-2', 'certain'],
      ]),
    );
    assert.deepEqual(
      missed.map(({ item }) => item.id),
      ['item-2', 'item-3', 'item-0'],
    );
    assert.equal(planQuiz(quiz, 'missed', missed).mode, 'practice');
  });

  it('gives an exam a time limit, and practice none', () => {
    assert.equal(planQuiz(quiz, 'exam', []).limit, 40 * 90_000);
    assert.equal(planQuiz(quiz, 'practice', []).limit, undefined);
  });
});
