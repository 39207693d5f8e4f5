import * as vscode from 'vscode';
import type { QuizItem } from '../../core/pack/pack.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { answerUri, readAnswer } from './answerFiles.js';
import type { QuizStore, TakenQuiz } from '../../app/quiz/quizStore.js';
import { QuizController } from '../../app/quiz/quizController.js';
import { machineClock } from '../../app/sessions/sessionClock.js';
import { loadQuizzes } from './sessionPlans.js';
import type { QuizDependencies } from '../../app/quiz/quizDependencies.js';

export type QuizControllerServices = Pick<
  Services,
  'catalog' | 'files' | 'interpreters' | 'machine' | 'runner' | 'log'
>;

/** Takes a session up, with the packs, the progress and the Python of this window. */
export async function quizControllerFor(
  services: QuizControllerServices,
  store: QuizStore,
  { kept, drafts, folder }: TakenQuiz,
): Promise<QuizController> {
  const { session } = kept;
  const catalog = await services.catalog.get();
  // A pack that is not loaded, or not yet, must not cost the answers: only what a loaded quiz lacks has vanished.
  const absent = session.finished
    ? undefined
    : session.entries.find(({ quiz }) => catalog.quizId(quiz) === undefined);
  if (absent) {
    throw new Error(
      vscode.l10n.t(
        'The quiz “{0}” is not in the loaded packs. Your answers are kept: load its pack again to go on.',
        absent.quiz,
      ),
    );
  }
  const items = new Map<string, QuizItem>();
  for (const id of new Set(session.entries.map(({ quiz }) => quiz)))
    // A session of before packs had names says only the short id.
    for (const quiz of await loadQuizzes(catalog, [id]))
      for (const item of quiz.items) items.set(`${id}/${item.id}`, item);
  const { id } = session;
  const dependencies: QuizDependencies = {
    now: machineClock(),
    item: (entry) => items.get(`${entry.quiz}/${entry.item}`),
    question: (question) => {
      const summary = catalog.question(question);
      return summary && { id: summary.id, title: summary.title };
    },
    topicOf: (question) => {
      const summary = catalog.question(question);
      return (summary && catalog.topicOf(summary)?.title) ?? vscode.l10n.t('Other');
    },
    file: (entry, item) => readAnswer(services.files, answerUri(folder, entry, item)),
    failed: (error) => {
      services.log.error('An answer was not recorded', error);
      notifications.failure(error);
    },
    drafts,
    attempts: () => store.attempts.of(id),
    check: async (item, code) => {
      const { checkCode } = await import('./codeChecks.js');
      return checkCode(services, item, code);
    },
    run: async (item, code) => {
      const { runOutput } = await import('./codeChecks.js');
      return runOutput(services, item, code);
    },
  };
  const controller = new QuizController(kept, dependencies);
  await controller.takeUp();
  return controller;
}
