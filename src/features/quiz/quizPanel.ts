/** The panel of the quiz in progress: its page, its learner's taker, and the outside world for both. */
import * as vscode from 'vscode';
import type { QuizItem } from '../../core/pack/pack.js';
import { runCommand } from '../../platform/commands.js';
import { panels } from '../../platform/contributions.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Services } from '../../platform/services.js';
import { openPage } from '../../platform/webview/page.js';
import type { Page } from '../../platform/webview/page.js';
import { quizSchemas } from '../../protocol/quiz.js';
import type { QuizHost, QuizPage } from '../../protocol/quiz.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { Mode } from './plans.js';
import type { QuizStore } from './quizStore.js';
import type { SessionFile } from './sessionFile.js';
import { loadQuizzes, restarted } from './sessionPlans.js';
import { QuizTaker } from './quizTaker.js';
import type { TakerOutside } from './quizTaker.js';

export type QuizServices = Pick<
  Services,
  'extensionUri' | 'storageUri' | 'catalog' | 'progress' | 'interpreters' | 'runner' | 'log'
>;

export class QuizPanel extends DisposableStore {
  private readonly page: Page<QuizPage>;
  private kept: SessionFile;
  private taker: Promise<QuizTaker>;

  constructor(
    private readonly services: QuizServices,
    private readonly store: QuizStore,
    kept: SessionFile,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, log, catalog } = services;
    this.kept = kept;
    this.taker = this.takerOf(kept);
    this.taker.catch(() => undefined); // The page's `ready` tells it.
    this.page = openPage<QuizHost, QuizPage>(
      {
        viewType: panels.quiz,
        page: 'quiz',
        title: kept.session.title,
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
    const look = (): void => {
      if (this.page.panel.visible) this.lookAgain();
    };
    // Somebody comes to this window, maybe from another one in which they took the same quiz.
    this.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) look();
      }),
    );
    this.add(this.page.panel.onDidChangeViewState(look));
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
  show(kept: SessionFile): void {
    this.page.panel.reveal();
    this.use(kept);
  }

  private reload(): void {
    this.taker
      .then(async (taker) => {
        await taker.settled();
        this.use(this.kept);
      })
      .catch(() => undefined); // There was no session; `ready` told why.
  }

  private use(kept: SessionFile): void {
    this.turnTo(kept);
    this.tell(
      this.taker.then(async (taker) => this.page.connection.call('show', await taker.model())),
    );
  }

  private lookAgain(): void {
    this.tell(
      this.taker.then(async (taker) => {
        const model = await taker.lookAgain();
        if (model) await this.page.connection.call('show', model);
      }),
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
      draft: async ({ key, draft }) => (await this.taker).keepDraft(key, draft),
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
    this.turnTo(await this.store.begin(fresh));
    return (await this.taker).model();
  }

  private turnTo(kept: SessionFile): void {
    this.kept = kept;
    this.taker = this.takerOf(kept);
    this.taker.catch(() => undefined); // The page's next message tells it.
    this.page.panel.title = kept.session.title;
  }

  private async takerOf(kept: SessionFile): Promise<QuizTaker> {
    const { session } = kept;
    const { progress } = this.services;
    const catalog = await this.services.catalog.get();
    const quizzes = await loadQuizzes(
      catalog,
      session.entries.map(({ quiz }) => quiz),
    );
    const items = new Map<string, QuizItem>();
    for (const quiz of quizzes)
      for (const item of quiz.items) items.set(`${quiz.id}/${item.id}`, item);
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
      record: (event) => progress.record(event),
      attempts: () => this.store.attempts(id),
      addAttempt: (attempt) => this.store.addAttempt(id, attempt),
      noteSureness: (key, missed, sure) => this.store.noteSureness(key, missed, sure),
      check: async (item, code) => {
        const { checkCode } = await import('./codeChecks.js');
        return checkCode(this.services, item, code);
      },
    };
    const taker = new QuizTaker(kept, outside);
    await Promise.all([taker.takeUp(), this.store.refresh()]);
    return taker;
  }
}
