/** Which items a session asks: of one quiz, of what was missed, or mixed over topics. */
import type { Catalog } from '../../core/catalog.js';
import type { Quiz } from '../../core/pack/pack.js';
import type { Progress } from '../../core/progress/progress.js';
import type { Confidence } from '../../core/quiz/answer.js';
import { keyOf } from '../../core/quiz/session.js';
import type { PlacedItem, SessionStart } from '../../core/quiz/session.js';
import { numbers } from '../../core/quiz/shuffle.js';

export type Mode = 'practice' | 'exam' | 'missed';

export const mixedId = 'mixed';
const missedSuffix = '.missed';
/** Milliseconds an item in an exam. */
const examTime = 90_000;

/** The quiz that a session's id belongs to; undefined for a mixed one. */
export function quizOf(sessionId: string): string | undefined {
  const id = sessionId.replace(/\.missed$/, '');
  return id === mixedId ? undefined : id;
}

type Plan = Omit<SessionStart, 'seed' | 'now'>;

export function planQuiz(quiz: Quiz, mode: Mode, missed: readonly PlacedItem[]): Plan {
  if (mode === 'missed') {
    const title = `${quiz.title}: what I missed`;
    return {
      id: quiz.id + missedSuffix,
      title,
      mode: 'practice',
      items: missed,
      shuffleItems: false,
    };
  }
  const items = quiz.items.map((item) => ({ quiz: quiz.id, item }));
  return planItems(quiz.id, quiz.title, mode, items, false);
}

export function planItems(
  id: string,
  title: string,
  mode: 'practice' | 'exam',
  items: readonly PlacedItem[],
  shuffleItems: boolean,
): Plan {
  const limit = mode === 'exam' ? { limit: items.length * examTime } : {};
  return { id, title, mode, items, shuffleItems, ...limit };
}

/** Last answered wrongly, the confidently wrong first. */
export function missedItems(
  items: readonly PlacedItem[],
  progress: Pick<Progress, 'scores'>,
  sureness: ReadonlyMap<string, Confidence>,
): readonly PlacedItem[] {
  const rank = (placed: PlacedItem): number =>
    ['certain', 'think', 'guess'].indexOf(sureness.get(keyOf(placed)) ?? 'think');
  return items
    .filter(({ quiz, item }) => (progress.scores(quiz).get(item.id) ?? 1) < 1)
    .sort((a, b) => rank(a) - rank(b));
}

/** Draws up to `count` items of the topics, those missed or never met before those known. */
export function mixedItems(
  catalog: Catalog,
  quizzes: readonly Quiz[],
  topics: ReadonlySet<string>,
  progress: Pick<Progress, 'scores'>,
  draw: { readonly count: number; readonly seed: number },
): readonly PlacedItem[] {
  const random = numbers(draw.seed);
  return quizzes
    .flatMap((quiz) => quiz.items.map((item): PlacedItem => ({ quiz: quiz.id, item })))
    .filter(({ item }) => topics.has(catalog.question(item.question)?.topic ?? ''))
    .map((placed) => {
      const score = progress.scores(placed.quiz).get(placed.item.id);
      const weight = score === undefined ? 2 : score < 1 ? 4 : 1;
      return { placed, key: random() ** (1 / weight) };
    })
    .sort((a, b) => b.key - a.key)
    .slice(0, draw.count)
    .map(({ placed }) => placed);
}
