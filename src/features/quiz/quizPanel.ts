/** The panel of the quiz in progress: its page, its learner's taker, and the outside world for both. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { Quiz, QuizItem } from '../../core/pack/pack.js';
import { reconcile, startSession } from '../../core/quiz/session.js';
import type { PlacedItem, QuizSession } from '../../core/quiz/session.js';
import { runCommand } from '../../platform/commands.js';
import { panels } from '../../platform/contributions.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Services } from '../../platform/services.js';
import { openPage } from '../../platform/webview/page.js';
import type { Page } from '../../platform/webview/page.js';
import { quizSchemas } from '../../protocol/quiz.js';
import type { QuizHost, QuizPage } from '../../protocol/quiz.js';
import type { Handlers } from '../../protocol/rpc.js';
import { missedItems, planItems, planQuiz, quizOf } from './plans.js';
import type { Mode } from './plans.js';
import type { QuizStore } from './quizStore.js';
import { QuizTaker } from './quizTaker.js';
import type { TakerOutside } from './quizTaker.js';

export type QuizServices = Pick<
  Services,
  'extensionUri' | 'globalState' | 'catalog' | 'progress' | 'interpreters' | 'runner' | 'log'
>;

export class QuizPanel extends DisposableStore {
  private readonly page: Page<QuizPage>;
  private taker: Promise<QuizTaker>;

  constructor(
    private readonly services: QuizServices,
    private readonly store: QuizStore,
    session: QuizSession,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, log, catalog } = services;
    this.taker = this.takerOf(session);
    this.taker.catch(() => undefined); // The page's `ready` tells it.
    this.page = openPage<QuizHost, QuizPage>(
      {
        viewType: panels.quiz,
        page: 'quiz',
        title: session.title,
        column: vscode.ViewColumn.Active,
        extensionUri,
        schemas: quizSchemas,
        log,
        ...(revived ? { revived } : {}),
      },
      () => this.handlers(),
    );
    this.page.panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'question.svg');
    this.page.panel.onDidDispose(() => {
      this.dispose();
    });
    this.add(
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.tell(this.page.connection.call('recolour', {}));
      }),
    );
    this.add(
      catalog.onDidChange(() => {
        this.reload();
      }),
    );
  }

  onDidClose(listener: () => void): void {
    this.page.panel.onDidDispose(listener);
  }

  /** Turns to another session. */
  show(session: QuizSession): void {
    this.page.panel.reveal();
    this.use(session);
  }

  private reload(): void {
    this.taker
      .then((taker) => taker.settled())
      .then((session) => {
        this.use(session);
      })
      .catch(() => undefined); // There was no session; `ready` told why.
  }

  private use(session: QuizSession): void {
    this.taker = this.takerOf(session);
    this.page.panel.title = session.title;
    this.tell(
      this.taker.then(async (taker) => this.page.connection.call('show', await taker.model())),
    );
  }

  private tell(call: Promise<unknown>): void {
    call.catch((error: unknown) => {
      if (!this.isDisposed) this.services.log.warn('The quiz page did not answer', error);
    });
  }

  private handlers(): Handlers<QuizHost> {
    return {
      ready: async () => (await this.taker).model(),
      answer: async ({ key, answer, confidence }) =>
        (await this.taker).answer(key, answer, confidence),
      next: async () => (await this.taker).next(),
      goTo: async ({ index }) => (await this.taker).goTo(index),
      flag: async ({ flagged }) => (await this.taker).flag(flagged),
      pause: async ({ paused }) => (await this.taker).pause(paused),
      finish: async () => (await this.taker).finish(),
      restart: async ({ mode }) => this.restart(mode),
      runIt: async ({ key }) => {
        const item = (await this.taker).toldItem(key);
        if (item.kind !== 'output') throw new Error('This item has no code to run.');
        const { runOutput } = await import('./codeChecks.js');
        return { output: await runOutput(this.services, item) };
      },
      colours: async ({ key }) => {
        const { colourCode } = await import('../../platform/colours/codeColours.js');
        return colourCode((await this.taker).code(key));
      },
      openQuestion: ({ question }) => runCommand('interviewLab.openQuestion', question),
      saveMarkdown: async () => {
        const content = (await this.taker).markdown();
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
        await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
      },
    };
  }

  private async restart(mode: Mode): ReturnType<QuizHost['restart']> {
    const { session } = await this.taker;
    const fresh = await restarted(this.services, this.store, session, mode);
    await this.store.saveSession(fresh);
    this.taker = this.takerOf(fresh);
    this.page.panel.title = fresh.title;
    return (await this.taker).model();
  }

  private async takerOf(session: QuizSession): Promise<QuizTaker> {
    const { progress } = this.services;
    const catalog = await this.services.catalog.get();
    const quizzes = await loadQuizzes(
      catalog,
      session.entries.map(({ quiz }) => quiz),
    );
    const items = new Map<string, QuizItem>();
    for (const quiz of quizzes)
      for (const item of quiz.items) items.set(`${quiz.id}/${item.id}`, item);
    const fitted = reconcile(session, (quiz, item) => items.get(`${quiz}/${item}`));
    const { id } = session;
    const outside: TakerOutside = {
      now: () => Date.now(),
      item: (entry) => items.get(`${entry.quiz}/${entry.item}`),
      question: (question) => {
        const summary = catalog.question(question);
        return summary && { id: summary.id, title: summary.title };
      },
      topicOf: (question) => {
        const summary = catalog.question(question);
        return (summary && catalog.topicOf(summary)?.title) ?? vscode.l10n.t('Other');
      },
      save: (changed) => this.store.saveSession(changed),
      record: (event) => progress.record(event),
      attempts: () => this.store.attempts(id),
      addAttempt: (attempt) => this.store.addAttempt(id, attempt),
      noteSureness: (key, missed, sure) => this.store.noteSureness(key, missed, sure),
      check: async (item, code) => {
        const { runChecks } = await import('./codeChecks.js');
        return runChecks(this.services, item, code);
      },
    };
    return new QuizTaker(fitted, outside);
  }
}

/** Loads each quiz once; one that is gone is left out. */
export async function loadQuizzes(
  catalog: Catalog,
  ids: readonly string[],
): Promise<readonly Quiz[]> {
  const known = new Set(catalog.quizzes.map(({ id }) => id));
  const wanted = [...new Set(ids)].filter((id) => known.has(id));
  return Promise.all(wanted.map((id) => catalog.loadQuiz(id)));
}

async function restarted(
  services: QuizServices,
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
  services: QuizServices,
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
  services: QuizServices,
  store: QuizStore,
  items: readonly PlacedItem[],
): readonly PlacedItem[] {
  const missed = missedItems(items, services.progress, store.surenessOfMissed());
  if (missed.length === 0)
    throw new Error(vscode.l10n.t('Nothing was missed: every item you answered was right.'));
  return missed;
}

export function newSeed(): number {
  return Math.floor(Math.random() * 0x7fffffff);
}
