/** What there is to choose from for a mixed quiz. */
import type { Catalog } from '../../core/catalog.js';
import type { Quiz } from '../../core/pack/pack.js';
import { topicKey } from '../../core/pack/packId.js';
import type { Progress } from '../../core/progress/progress.js';
import { keyOf } from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/session.js';
import type { QuizSetup } from '../../core/quiz/setup.js';
import type { ItemCount, QuizSetupModel } from '../../protocol/quizSetup.js';
import { itemsOf, missedItems } from './plans.js';
import type { TopicalItem } from './plans.js';

interface Known {
  readonly catalog: Pick<Catalog, 'packs' | 'question'>;
  /** All of them. */
  readonly quizzes: readonly Quiz[];
  readonly progress: Pick<Progress, 'scores'>;
  /** What was chosen last. */
  readonly setup: QuizSetup;
  /** A mixed quiz that waits to be gone on with. */
  readonly begun: QuizSession | undefined;
}

export function quizSetupModel({
  catalog,
  quizzes,
  progress,
  setup,
  begun,
}: Known): QuizSetupModel {
  const items = itemsOf(catalog, quizzes, { topics: [], levels: [] });
  const pool = countItems(items, new Set(missedItems(items, progress, new Map()).map(keyOf)));
  const topics = catalog.packs.flatMap(({ info }) =>
    info.topics.map(({ id, title }) => ({ key: topicKey(info.id, id), title })),
  );
  return {
    setup,
    topics: topics.filter(({ key }) => pool.some(({ topic }) => topic === key)),
    pool,
    ...(begun ? { unfinished: { index: begun.at, count: begun.entries.length } } : {}),
  };
}

function countItems(
  items: readonly TopicalItem[],
  missed: ReadonlySet<string>,
): readonly ItemCount[] {
  const counts = new Map<string, ItemCount>();
  for (const placed of items) {
    const { topic, item } = placed;
    const key = `${topic}/${item.level}`;
    const before = counts.get(key) ?? { topic, level: item.level, count: 0, missed: 0 };
    counts.set(key, {
      ...before,
      count: before.count + 1,
      missed: before.missed + Number(missed.has(keyOf(placed))),
    });
  }
  return [...counts.values()];
}
