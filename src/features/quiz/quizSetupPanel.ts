/** The panel in which a mixed quiz is set up. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { mixedId } from '../../core/quiz/sessionIds.js';
import type { QuizStore } from '../../app/quiz/quizStore.js';
import { quizSetupModel } from '../../app/quiz/setupModel.js';
import { firstQuizSetup, quizSetupSchema } from '../../core/quiz/setup.js';
import type { QuizSetup } from '../../core/quiz/setup.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import type { Services } from '../../hosts/vscode/services.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import { quizSetupSchemas } from '../../protocol/quizSetup.js';
import type { QuizSetupHost, QuizSetupModel, QuizSetupPage } from '../../protocol/quizSetup.js';
import { allQuizzes } from './sessionPlans.js';

export type QuizSetupServices = Pick<
  Services,
  'extensionUri' | 'globalState' | 'catalog' | 'progress' | 'log'
>;

/** Where the setup leads to. */
interface MixedQuiz {
  begin(setup: QuizSetup): Promise<void>;
  /** Goes on with the one that was begun. */
  resume(): Promise<void>;
}

export class QuizSetupPanel extends DisposableStore {
  private readonly only = this.add(new OnlyPanel<Page<QuizSetupPage>>(panels.quizSetup));
  private readonly setup: Stored<QuizSetup>;

  constructor(
    private readonly services: QuizSetupServices,
    private readonly store: QuizStore,
    private readonly mixedQuiz: MixedQuiz,
  ) {
    super();
    const { catalog, progress, globalState } = services;
    this.setup = new Stored(globalState, 'quiz.setup', quizSetupSchema, firstQuizSetup);
    const changed = (): void => {
      const page = this.only.current;
      if (page?.panel.visible) page.tell('show', this.model());
    };
    this.add(catalog.onDidChange(changed));
    this.add(progress.onDidChange(changed));
  }

  /** @param revived a panel that VS Code restored after a reload */
  show(revived?: vscode.WebviewPanel): void {
    this.only.show((panel) => this.open(panel), revived);
  }

  private open(panel?: vscode.WebviewPanel): Page<QuizSetupPage> {
    const { extensionUri, log } = this.services;
    return openPage<QuizSetupHost, QuizSetupPage>(
      {
        viewType: panels.quizSetup,
        page: 'quizSetup',
        title: vscode.l10n.t('Mixed Quiz'),
        icon: 'question',
        extensionUri,
        schemas: quizSetupSchemas,
        log,
        panel,
      },
      (page) => ({
        ready: () => this.model(),
        start: async ({ setup }) => {
          await this.setup.set(setup);
          await this.mixedQuiz.begin(setup);
          page().dispose();
        },
        resume: async () => {
          await this.mixedQuiz.resume();
          page().dispose();
        },
      }),
    );
  }

  private async model(): Promise<QuizSetupModel> {
    const catalog = await this.services.catalog.get();
    const [quizzes, begun] = await Promise.all([allQuizzes(catalog), this.store.begun(mixedId)]);
    return quizSetupModel({
      catalog,
      quizzes,
      progress: this.services.progress,
      setup: this.setup.get(),
      begun: begun?.kept.session,
    });
  }
}
