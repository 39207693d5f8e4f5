/** The quiz that is open: one at a time, started from anywhere, and gone on with after a reload. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { startSession } from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/session.js';
import type { Disposable } from '../../app/disposable.js';
import { quizStateSchema } from '../../protocol/quiz.js';
import { chooseQuiz } from './choose.js';
import type { Choice } from './choose.js';
import {
  aboutId,
  drawItems,
  itemsAbout,
  itemsOf,
  mixedId,
  planItems,
} from '../../app/quiz/plans.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { QuizPanel } from './quizPanel.js';
import type { QuizServices } from './quizPanel.js';
import type { QuizStore, TakenQuiz } from '../../app/quiz/quizStore.js';
import { loadQuizzes, newSeed, quizPlan } from './sessionPlans.js';

/** What the command is called with: an id, or a node of the tree. */
const targetSchema = v.union([
  v.pipe(
    v.string(),
    v.transform((quiz) => ({ quiz })),
  ),
  v.pipe(
    v.object({ kind: v.literal('quiz'), quiz: v.object({ id: v.string() }) }),
    v.transform((node) => ({ quiz: node.quiz.id })),
  ),
  v.pipe(
    v.object({ kind: v.literal('topic'), topic: v.object({ id: v.string() }) }),
    v.transform((node) => ({ topic: node.topic.id })),
  ),
]);

export class OpenQuiz implements Disposable {
  private readonly only = new OnlyPanel<QuizPanel>();

  constructor(
    private readonly services: QuizServices,
    private readonly store: QuizStore,
  ) {}

  async start(target: unknown): Promise<void> {
    const parsed = v.safeParse(targetSchema, target);
    let choice: Choice | undefined;
    if (!parsed.success) choice = await chooseQuiz(await this.services.catalog.get(), this.store);
    else if ('quiz' in parsed.output) {
      const { quiz } = parsed.output;
      const id = (await this.services.catalog.get()).quizId(quiz) ?? quiz;
      choice = { quiz: id, how: 'resume' };
    } else {
      choice = { topics: new Set([parsed.output.topic]), how: 'practice', count: 20 };
    }
    if (!choice) return;
    await this.store.refresh();
    this.turnTo(await this.takenFor(choice));
  }

  /**
   * Goes on with what was begun about the question.
   *
   * @param first the item to begin with, `quiz/item`: then it begins anew
   */
  async about(questionId: string, first?: string): Promise<void> {
    const catalog = await this.services.catalog.get();
    const question = catalog.question(questionId);
    const asking = catalog.quizzes.filter(({ questions }) => questions.includes(questionId));
    const quizzes = await loadQuizzes(
      catalog,
      asking.map(({ id }) => id),
    );
    const items = itemsAbout(catalog, quizzes, questionId, first);
    if (!question || items.length === 0)
      throw new Error(vscode.l10n.t('No quiz asks about this question yet.'));
    const id = aboutId(questionId);
    const begun = await this.store.session(id);
    if (begun && !begun.kept.session.finished && first === undefined) {
      this.turnTo(begun);
      return;
    }
    // Beside the question's own tab.
    const title = vscode.l10n.t('Quiz: {0}', question.title);
    const plan = planItems(id, title, 'practice', items, false);
    const session = startSession({ ...plan, seed: newSeed(), now: Date.now() });
    this.turnTo(await this.store.begin(session));
  }

  async checkAnswer(): Promise<void> {
    const panel = this.only.current;
    if (!panel)
      throw new Error(vscode.l10n.t('No quiz is open. Start the quiz to check your answer.'));
    await panel.checkAnswer(vscode.window.activeTextEditor?.document.uri);
  }

  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(quizStateSchema, state);
    const { session = '', attempt } = parsed.success ? parsed.output : {};
    const taken = session === '' ? undefined : await this.store.session(session, attempt);
    if (taken) this.open(taken, panel);
    else panel.dispose();
  }

  dispose(): void {
    this.only.dispose();
  }

  private turnTo(taken: TakenQuiz): void {
    if (this.only.current) this.only.current.show(taken);
    else this.open(taken);
  }

  private open(taken: TakenQuiz, revived?: vscode.WebviewPanel): void {
    this.only.show((panel) => new QuizPanel(this.services, this.store, taken, panel), revived);
  }

  /** The taking of a quiz that was begun, or a new one. */
  private async takenFor(choice: Choice): Promise<TakenQuiz> {
    const begun =
      'quiz' in choice && choice.how === 'resume'
        ? await this.store.session(choice.quiz)
        : undefined;
    return begun && !begun.kept.session.finished
      ? begun
      : this.store.begin(await this.sessionFor(choice));
  }

  private async sessionFor(choice: Choice): Promise<QuizSession> {
    const seed = newSeed();
    const now = Date.now();
    if ('quiz' in choice) {
      const mode = choice.how === 'resume' ? 'practice' : choice.how;
      return startSession({
        ...(await quizPlan(this.services, this.store, choice.quiz, mode)),
        seed,
        now,
      });
    }
    const catalog = await this.services.catalog.get();
    const all = await loadQuizzes(
      catalog,
      catalog.quizzes.map(({ id }) => id),
    );
    const draw = { count: choice.count, seed };
    const wanted = itemsOf(catalog, all, choice);
    const sureness = this.store.attempts.surenessOfMissed;
    const items = drawItems(wanted, this.services.progress, sureness, draw);
    if (items.length === 0) throw new Error(vscode.l10n.t('No quiz asks about this topic yet.'));
    const plan = planItems(mixedId, vscode.l10n.t('Mixed quiz'), choice.how, items, true);
    return startSession({ ...plan, seed, now });
  }
}
