/** Quizzes in their panel. What a quiz needs (Markdown, grading) is loaded when the first one starts. */
import * as vscode from 'vscode';
import { quizzesFolder } from '../../app/quietRoom/practiceFiles.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { chooseQuestion } from '../../hosts/vscode/ui/chooseQuestion.js';
import { lazily } from '../../app/lazily.js';
import type { QuizServices } from './quizPanel.js';

export function register(services: QuizServices): Disposable {
  const store = new DisposableStore();
  const quizzes = lazily(async () => {
    const [{ OpenQuiz: Open }, { QuizStore }, { registerAnswerLenses }, earlier] =
      await Promise.all([
        import('./openQuiz.js'),
        import('../../app/quiz/quizStore.js'),
        import('./answerLenses.js'),
        services.files.earlierSessions(),
      ]);
    const folder = vscode.Uri.joinPath(services.storageUri, quizzesFolder).fsPath;
    await earlier.takeOverQuizzes(folder, services.journal);
    store.add(registerAnswerLenses(folder));
    return store.add(new Open(services, new QuizStore(folder, services.journal, services)));
  });

  store.add(
    registerCommand(services.log, 'interviewLab.startQuiz', async (target?: unknown) =>
      (await quizzes()).start(target),
    ),
  );
  store.add(
    registerCommand(
      services.log,
      'interviewLab.quizQuestion',
      async (target?: unknown, item?: unknown) => {
        const question = await chooseQuestion(await services.catalog.get(), target);
        if (question !== undefined)
          await (await quizzes()).about(question, typeof item === 'string' ? item : undefined);
      },
    ),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.checkAnswer', async () =>
      (await quizzes()).proceed('check'),
    ),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.tryAnswer', async () =>
      (await quizzes()).proceed('tryCode'),
    ),
  );
  store.add(
    restorePanels(services.log, panels.quiz, async (panel, state) =>
      (await quizzes()).restore(panel, state),
    ),
  );
  store.add(
    restorePanels(services.log, panels.quizSetup, async (panel) => {
      (await quizzes()).restoreSetup(panel);
    }),
  );
  return store;
}
