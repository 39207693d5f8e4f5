/** Plans sessions from the catalog and from what the learner did before. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { Quiz } from '../../core/pack/pack.js';
import { startSession } from '../../core/quiz/session.js';
import type { PlacedItem, QuizSession } from '../../core/quiz/session.js';
import { mixedId, quizOf } from '../../core/quiz/sessionIds.js';
import type { QuizSetup } from '../../core/quiz/setup.js';
import type { Services } from '../../hosts/vscode/services.js';
import { drawItems, itemsOf, missedItems, planItems, planQuiz } from '../../app/quiz/plans.js';
import type { Mode, QuizScope } from '../../app/quiz/plans.js';
import type { QuizStore } from '../../app/quiz/quizStore.js';

type PlanServices = Pick<Services, 'catalog' | 'progress'>;

/** Loads each quiz once; one that is gone is left out. */
export async function loadQuizzes(
  catalog: Catalog,
  ids: readonly string[],
): Promise<readonly Quiz[]> {
  const wanted = new Set(ids.flatMap((id) => catalog.quizId(id) ?? []));
  return Promise.all([...wanted].map((id) => catalog.loadQuiz(id)));
}

/** All quizzes. */
export async function allQuizzes(catalog: Catalog): Promise<readonly Quiz[]> {
  return loadQuizzes(
    catalog,
    catalog.quizzes.map(({ id }) => id),
  );
}

/**
 * A mixed quiz as it was set up.
 *
 * @throws Error with a sentence for the user when there is nothing to ask
 */
export async function mixedSession(
  services: PlanServices,
  store: QuizStore,
  setup: QuizSetup & QuizScope,
): Promise<QuizSession> {
  const catalog = await services.catalog.get();
  const seed = newSeed();
  const all = itemsOf(catalog, await allQuizzes(catalog), setup);
  const wanted = setup.onlyMissed && all.length > 0 ? missedOf(services, store, all) : all;
  const sureness = store.attempts.surenessOfMissed;
  const items = drawItems(wanted, services.progress, sureness, { count: setup.count, seed });
  if (items.length === 0) throw new Error(vscode.l10n.t('No quiz asks about this yet.'));
  const plan = planItems(mixedId, vscode.l10n.t('Mixed quiz'), setup.mode, items, true);
  return startSession({ ...plan, seed, now: Date.now() });
}

/** The same quiz or mix once more. */
export async function restarted(
  services: PlanServices,
  store: QuizStore,
  session: QuizSession,
  mode: Mode,
): Promise<QuizSession> {
  const catalog = await services.catalog.get();
  const seed = newSeed();
  const now = Date.now();
  const quizId = quizOf(session.id);
  if (quizId !== undefined) {
    return startSession({ ...(await quizPlan(services, store, quizId, mode)), seed, now });
  }
  const quizzes = await loadQuizzes(
    catalog,
    session.entries.map(({ quiz }) => quiz),
  );
  const items = session.entries.flatMap((entry): PlacedItem[] => {
    const item = quizzes
      .find(({ id }) => id === entry.quiz)
      ?.items.find(({ id }) => id === entry.item);
    return item ? [{ quiz: entry.quiz, item }] : [];
  });
  const asked = mode === 'missed' ? missedOf(services, store, items) : items;
  const plan = planItems(
    session.id,
    session.title,
    mode === 'exam' ? 'exam' : 'practice',
    asked,
    true,
  );
  return startSession({ ...plan, seed, now });
}

export async function quizPlan(
  services: PlanServices,
  store: QuizStore,
  quizId: string,
  mode: Mode,
): Promise<ReturnType<typeof planQuiz>> {
  const quiz = await (await services.catalog.get()).loadQuiz(quizId);
  const items = quiz.items.map((item) => ({ quiz: quiz.id, item }));
  return planQuiz(quiz, mode, mode === 'missed' ? missedOf(services, store, items) : []);
}

/** @throws Error with a sentence for the user when nothing was missed. */
function missedOf(
  services: PlanServices,
  store: QuizStore,
  items: readonly PlacedItem[],
): readonly PlacedItem[] {
  const missed = missedItems(items, services.progress, store.attempts.surenessOfMissed);
  if (missed.length === 0)
    throw new Error(vscode.l10n.t('Nothing was missed: every item you answered was right.'));
  return missed;
}

export function newSeed(): number {
  return Math.floor(Math.random() * 0x7fffffff);
}
