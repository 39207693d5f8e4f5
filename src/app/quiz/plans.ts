/** Which items a session asks: of one quiz, of what was missed, or mixed over topics. */
import * as l10n from '@vscode/l10n';
import type { Catalog } from '../../core/catalog.js';
import type { Quiz } from '../../core/pack/pack.js';
import { topicKey } from '../../core/pack/packId.js';
import type { Progress } from '../../core/progress/progress.js';
import type { Confidence } from '../../core/quiz/answer.js';
import { keyOf } from '../../core/quiz/session.js';
import type { PlacedItem, SessionStart } from '../../core/quiz/session.js';
import { missedId } from '../../core/quiz/sessionIds.js';
import { examTime } from '../../core/quiz/setup.js';
import { numbers } from '../../core/quiz/shuffle.js';
import { isWithin } from '../../core/scope.js';
import type { Scope } from '../../core/scope.js';

export type Mode = 'practice' | 'exam' | 'missed';

/** Every item about one question, the one named `first` at the beginning; those of an exam over several topics only where no other quiz asks about it. */
export function itemsAbout(
  catalog: Pick<Catalog, 'question'>,
  quizzes: readonly Quiz[],
  questionId: string,
  first?: string,
): readonly PlacedItem[] {
  const isExam = ({ items }: Quiz): boolean =>
    new Set(items.map(({ question }) => catalog.question(question)?.topic)).size > 1;
  const about = (some: readonly Quiz[]): readonly PlacedItem[] =>
    some.flatMap((quiz) =>
      quiz.items
        .filter(({ question }) => question === questionId)
        .map((item) => ({ quiz: quiz.id, item })),
    );
  const own = about(quizzes.filter((quiz) => !isExam(quiz)));
  const asked = own.length > 0 ? own : about(quizzes);
  const wanted = about(quizzes).filter((placed) => keyOf(placed) === first);
  return [...wanted, ...asked.filter((placed) => keyOf(placed) !== first)];
}

type Plan = Omit<SessionStart, 'seed' | 'now'>;

export function planQuiz(quiz: Quiz, mode: Mode, missed: readonly PlacedItem[]): Plan {
  if (mode === 'missed') {
    const title = l10n.t('{0}: what I missed', quiz.title);
    return {
      id: missedId(quiz.id),
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
export function missedItems<T extends PlacedItem>(
  items: readonly T[],
  progress: Pick<Progress, 'scores'>,
  sureness: ReadonlyMap<string, Confidence>,
): readonly T[] {
  const rank = (placed: PlacedItem): number =>
    ['certain', 'think', 'guess'].indexOf(sureness.get(keyOf(placed)) ?? 'think');
  return items
    .filter(({ quiz, item }) => (progress.scores(quiz).get(item.id) ?? 1) < 1)
    .sort((a, b) => rank(a) - rank(b));
}

/** An item, and the key of the topic that its question is of. */
export type TopicalItem = PlacedItem & { readonly topic: string };

export interface QuizScope extends Scope {
  /** Ids of the questions to which it keeps, such as those of a learning path; all unless told. */
  readonly questions?: ReadonlySet<string> | undefined;
}

/** Every item about the topics and questions, and of the levels. */
export function itemsOf(
  catalog: Pick<Catalog, 'question'>,
  quizzes: readonly Quiz[],
  scope: QuizScope,
): readonly TopicalItem[] {
  return quizzes
    .flatMap((quiz) =>
      quiz.items.map((item) => {
        const question = catalog.question(item.question);
        const topic = question ? topicKey(question.packId, question.topic) : '';
        return { quiz: quiz.id, item, topic };
      }),
    )
    .filter(
      ({ item, topic }) =>
        isWithin(scope, { topic, level: item.level }) &&
        (scope.questions?.has(item.question) ?? true),
    );
}

/**
 * Draws up to `count` items, weak ones before those known: by weighted sampling without replacement (Efraimidis and
 * Spirakis, 2006), each item by u^(1/weight) of a uniform u.
 */
export function drawItems(
  items: readonly PlacedItem[],
  progress: Pick<Progress, 'scores'>,
  sureness: ReadonlyMap<string, Confidence>,
  draw: { readonly count: number; readonly seed: number },
): readonly PlacedItem[] {
  const random = numbers(draw.seed);
  const weight = (placed: PlacedItem): number => {
    const score = progress.scores(placed.quiz).get(placed.item.id);
    if (score === undefined) return weights.unknown;
    if (score >= 1) return weights.right;
    return sureness.get(keyOf(placed)) === 'certain' ? weights.surelyWrong : weights.wrong;
  };
  return items
    .map((placed) => ({ placed, rank: random() ** (1 / weight(placed)) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, draw.count)
    .map(({ placed }) => placed);
}

const weights = { right: 1, unknown: 2, wrong: 4, surelyWrong: 6 } as const;
