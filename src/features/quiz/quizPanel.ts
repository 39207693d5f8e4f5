/** The panel of the quiz in progress: its page, its learner's taker, and the outside world for both. */
import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { entryKey } from '../../core/quiz/session.js';
import { onDidChangeColors } from '../../hosts/vscode/colors/colorChanges.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { counted } from '../../core/figures.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { quizSchemas } from '../../protocol/quiz.js';
import type { QuizHost, QuizPage } from '../../protocol/quiz.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { Mode } from '../../app/quiz/plans.js';
import type { QuizStore, TakenQuiz } from '../../app/quiz/quizStore.js';
import { answerUri, codeFolder, openAnswer, saveAnswer } from './answerFiles.js';
import { restarted } from './sessionPlans.js';
import type { QuizController } from '../../app/quiz/quizController.js';
import { quizControllerFor } from './quizControllerFor.js';

export type QuizServices = Pick<
  Services,
  | 'extensionUri'
  | 'storageUri'
  | 'globalState'
  | 'catalog'
  | 'files'
  | 'journal'
  | 'machine'
  | 'interpreters'
  | 'progress'
  | 'runner'
  | 'log'
>;

/** Milliseconds between two looks at whether the machine slept. */
const heartbeat = 15_000;

export class QuizPanel extends DisposableStore {
  private readonly page: Page<QuizPage>;
  private controller: Promise<QuizController>;

  constructor(
    private readonly services: QuizServices,
    private readonly store: QuizStore,
    private taken: TakenQuiz,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, log, catalog } = services;
    this.controller = quizControllerFor(this.services, this.store, taken);
    this.controller.catch(() => undefined); // The page's `ready` tells it.
    this.page = openPage<QuizHost, QuizPage>(
      {
        viewType: panels.quiz,
        page: 'quiz',
        title: taken.kept.session.title,
        icon: 'question',
        extensionUri,
        schemas: quizSchemas,
        log,
        panel: revived,
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(
      onDidChangeColors(() => {
        this.page.tell('recolor', {});
      }),
    );
    this.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.follow(document);
      }),
    );
    const timer = setInterval(() => {
      this.page.tell(
        'show',
        this.controller.then((controller) => controller.keepTime()),
      );
    }, heartbeat);
    this.add({
      dispose: () => {
        clearInterval(timer);
      },
    });
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
    this.page.onDidClose(listener);
  }

  reveal(): void {
    this.page.reveal();
  }

  /** Turns to another session. */
  show(taken: TakenQuiz): void {
    this.reveal();
    this.use(taken);
  }

  private reload(): void {
    this.controller
      .then((controller) => controller.lookAgain()) // After all that was asked for before.
      .catch(() => undefined) // Its pack was not there; now it may be.
      .finally(() => {
        this.use(this.taken);
      });
  }

  private use(taken: TakenQuiz): void {
    this.turnTo(taken);
    this.page.tell(
      'show',
      this.controller.then((controller) => controller.model()),
    );
  }

  /** Tries the code in this file, or checks it: then it leads back to the page that tells the verdict. */
  async proceed(what: 'check' | 'tryCode', uri: vscode.Uri | undefined): Promise<void> {
    const { entries, at } = this.taken.kept.session;
    const entry = entries[at];
    const asked = entry && this.uriOf(await this.controller, entryKey(entry));
    if (!asked || asked.toString() !== uri?.toString()) {
      throw new Error(
        vscode.l10n.t('The quiz is at another item. Go to the item that this file answers first.'),
      );
    }
    const { visible } = this.page.panel;
    this.page.panel.reveal(undefined, what === 'tryCode');
    if (visible) await this.page.connection.call(what, {});
  }

  private uriOf(controller: QuizController, key: string): vscode.Uri {
    const { entry, item } = controller.askedCode(key);
    return answerUri(this.taken.folder, entry, item);
  }

  /** The page shows what is in the file of its item. */
  private follow(document: vscode.TextDocument): void {
    const { folder, kept } = this.taken;
    const { session } = kept;
    const entry = session.entries[session.at];
    const inside = vscode.Uri.joinPath(vscode.Uri.file(folder), codeFolder).path;
    if (!entry || document.uri.scheme !== 'file' || !document.uri.path.startsWith(`${inside}/`))
      return;
    const key = entryKey(entry);
    this.page.tell(
      'code',
      this.controller.then((controller) => {
        if (this.uriOf(controller, key).toString() !== document.uri.toString()) return undefined;
        return { key, text: document.getText().replaceAll('\r\n', '\n') };
      }),
    );
  }

  private lookAgain(): void {
    this.page.tell(
      'show',
      this.controller.then((controller) => controller.lookAgain()),
    );
  }

  private handlers(): Handlers<QuizHost> {
    return {
      ready: async () => (await this.controller).model(),
      answer: async ({ key, answer, confidence, fromFile }) => {
        const controller = await this.controller;
        if (fromFile) await saveAnswer(this.uriOf(controller, key));
        return controller.answer(key, answer, confidence, fromFile);
      },
      openCode: async ({ key, text }) => {
        const controller = await this.controller;
        const { item } = controller.askedCode(key);
        await openAnswer(this.services.files, this.uriOf(controller, key), item.starter, text);
        await this.taken.drafts.keep(key, undefined);
        return controller.model();
      },
      tryCode: async ({ key, text }) => (await this.controller).tryCode(key, text),
      draft: async ({ key, draft }) => (await this.controller).keepDraft(key, draft),
      next: async () => (await this.controller).next(),
      goTo: async ({ index }) => (await this.controller).goTo(index),
      flag: async ({ flagged }) => (await this.controller).flag(flagged),
      pause: async ({ paused }) => (await this.controller).pause(paused),
      finish: async () => {
        const controller = await this.controller;
        const open = await controller.unanswered();
        return open > 0 && !(await mayFinish(open)) ? controller.model() : controller.finish();
      },
      restart: async ({ mode }) => this.restart(mode),
      runIt: async ({ key }) => {
        const item = (await this.controller).toldItem(key);
        if (item.kind !== 'output') throw new Error('This item has no code to run.');
        const { runOutput } = await import('./codeChecks.js');
        return { output: await runOutput(this.services, item, item.code) };
      },
      stepThrough: async ({ key, check }) =>
        runCommand(
          'interviewLab.stepThroughSelection',
          (await this.controller).stepped(key, check),
        ),
      colors: async ({ key }) => {
        const { colorCode } = await import('../../hosts/vscode/colors/codeColors.js');
        return colorCode(await (await this.controller).code(key));
      },
      openQuestion: ({ question }) => runCommand('interviewLab.openQuestion', question),
      saveMarkdown: async () => {
        const content = (await this.controller).markdown();
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
        await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
      },
    };
  }

  private async restart(mode: Mode): ReturnType<QuizHost['restart']> {
    const { session } = await this.controller;
    const fresh = await restarted(this.services, this.store, session, mode);
    this.turnTo(await this.store.begin(fresh));
    return (await this.controller).model();
  }

  private turnTo(taken: TakenQuiz): void {
    this.taken = taken;
    this.controller = quizControllerFor(this.services, this.store, taken);
    this.controller.catch(() => undefined); // The page's next message tells it.
    this.page.panel.title = plainText(taken.kept.session.title);
  }
}

/** An exam that is finished stays finished. */
async function mayFinish(open: number): Promise<boolean> {
  const finish = vscode.l10n.t('Finish');
  const question = counted(
    open,
    vscode.l10n.t('{0} item is not answered. Finish the exam?', open),
    vscode.l10n.t('{0} items are not answered. Finish the exam?', open),
  );
  return (await notifications.ask(question, undefined, finish)) === finish;
}
