/** The quiz that is open: one at a time, started from anywhere, and gone on with after a reload. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { startSession } from '../../core/quiz/session.js';
import { firstQuizSetup } from '../../core/quiz/setup.js';
import type { QuizSetup } from '../../core/quiz/setup.js';
import { topicKey } from '../../core/pack/packId.js';
import type { Disposable } from '../../app/disposable.js';
import { quizStateSchema } from '../../protocol/quiz.js';
import { chooseQuiz } from './choose.js';
import type { QuizChoice } from './choose.js';
import { aboutId, mixedId } from '../../core/quiz/sessionIds.js';
import { itemsAbout, planItems } from '../../app/quiz/plans.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { QuizPanel } from './quizPanel.js';
import type { QuizServices } from './quizPanel.js';
import type { QuizStore, TakenQuiz } from '../../app/quiz/quizStore.js';
import { QuizSetupPanel } from './quizSetupPanel.js';
import { loadQuizzes, mixedSession, newSeed, quizPlan } from './sessionPlans.js';

/** What the command is called with: an id, or a row of the tree. */
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
    v.object({
      kind: v.literal('topic'),
      packId: v.string(),
      topic: v.object({ id: v.string() }),
    }),
    v.transform((node) => ({ topic: topicKey(node.packId, node.topic.id) })),
  ),
  v.pipe(
    v.object({ kind: v.literal('path'), path: v.object({ questions: v.array(v.string()) }) }),
    v.transform((node) => ({ questions: node.path.questions })),
  ),
]);

export class OpenQuiz implements Disposable {
  private readonly only = new OnlyPanel<QuizPanel>(panels.quiz);
  private readonly setup: QuizSetupPanel;

  constructor(
    private readonly services: QuizServices,
    private readonly store: QuizStore,
  ) {
    this.setup = new QuizSetupPanel(services, store, {
      begin: (setup) => this.begin(setup),
      resume: () => this.take({ quiz: mixedId, how: 'resume' }),
    });
  }

  async start(target: unknown): Promise<void> {
    const catalog = await this.services.catalog.get();
    const parsed = v.safeParse(targetSchema, target);
    if (!parsed.success) {
      const choice = await chooseQuiz(catalog, this.store);
      if (choice === 'setUp') this.setup.show();
      else if (choice) await this.take(choice);
    } else if ('quiz' in parsed.output) {
      const { quiz } = parsed.output;
      await this.take({ quiz: catalog.quizId(quiz) ?? quiz, how: 'resume' });
    } else if ('questions' in parsed.output)
      await this.begin(firstQuizSetup, new Set(parsed.output.questions));
    else await this.begin({ ...firstQuizSetup, topics: [parsed.output.topic] });
  }

  /**
   * Begins a mixed quiz.
   *
   * @param questions to which it keeps; all unless told
   */
  private async begin(setup: QuizSetup, questions?: ReadonlySet<string>): Promise<void> {
    await this.store.refresh();
    const session = await mixedSession(this.services, this.store, { ...setup, questions });
    this.turnTo(await this.store.begin(session));
  }

  private async take(choice: QuizChoice): Promise<void> {
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

  /** Checks or tries the answer in the file that is edited. */
  async proceed(what: 'check' | 'tryCode'): Promise<void> {
    const panel = this.only.current;
    if (!panel)
      throw new Error(vscode.l10n.t('No quiz is open. Start the quiz to check your answer.'));
    await panel.proceed(what, vscode.window.activeTextEditor?.document.uri);
  }

  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(quizStateSchema, state);
    const { session = '', attempt } = parsed.success ? parsed.output : {};
    const taken = session === '' ? undefined : await this.store.session(session, attempt);
    if (taken) this.open(taken, panel);
    else panel.dispose();
  }

  restoreSetup(panel: vscode.WebviewPanel): void {
    this.setup.show(panel);
  }

  dispose(): void {
    this.setup.dispose();
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
  private async takenFor({ quiz, how }: QuizChoice): Promise<TakenQuiz> {
    const begun = how === 'resume' ? await this.store.session(quiz) : undefined;
    if (begun && !begun.kept.session.finished) return begun;
    const plan = await quizPlan(
      this.services,
      this.store,
      quiz,
      how === 'resume' ? 'practice' : how,
    );
    return this.store.begin(startSession({ ...plan, seed: newSeed(), now: Date.now() }));
  }
}
