import * as vscode from 'vscode';
import { Untrusted } from '../../app/running/gate.js';
import type { Question, Snippet } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import { questionSchemas } from '../../protocol/question.js';
import type {
  QuestionHost,
  QuestionModel,
  QuestionPage,
  SnippetModel,
} from '../../protocol/question.js';
import type { Handlers } from '../../protocol/rpc.js';
import { onDidChangeColors } from '../../hosts/vscode/colors/colorChanges.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { editors } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { followMarks, markHandlers, marksOf } from './marks.js';
import type { MarkServices } from './marks.js';
import { questionModel } from '../../app/question/questionModel.js';
import { runHandlers } from './runHandlers.js';
import { snippetModels, unknownSnippet, withOffers } from './snippetModels.js';
import { SnippetRuns } from './snippetRuns.js';

export type QuestionServices = Pick<
  Services,
  | 'extensionUri'
  | 'catalog'
  | 'progress'
  | 'interpreters'
  | 'runner'
  | 'machine'
  | 'pythons'
  | 'scratch'
  | 'log'
  | 'order'
> &
  MarkServices;

export interface Placement {
  readonly panel: vscode.WebviewPanel;
  /** The folder of the question's pack. */
  readonly pictureRoots: readonly vscode.Uri[];
}

/** One editor of one question. */
export class QuestionPanel extends DisposableStore {
  private readonly page: Page<QuestionPage>;
  private readonly runs: SnippetRuns;
  /** The model that stands in the page's document, as JSON: what it paints each time that it is loaded. */
  private inDocument = '';

  constructor(
    private readonly services: QuestionServices,
    private readonly questionId: string,
    placement: Placement,
  ) {
    super();
    const { extensionUri, log, catalog, progress, interpreters, pythons, scratch } = services;
    this.runs = this.add(new SnippetRuns(services, () => this.page));
    this.page = openPage<QuestionHost, QuestionPage>(
      {
        viewType: editors.question,
        page: 'question',
        title: 'Question',
        icon: 'question',
        extensionUri,
        schemas: questionSchemas,
        log,
        first: async () => {
          const model = await this.newModel();
          this.inDocument = JSON.stringify(model);
          return model;
        },
        toldHere: ['setRead', 'copy', 'openSaved', 'startQuiz', 'stop', 'input', 'endInput'],
        ...placement,
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(onDidChangeColors(() => void this.color()));
    this.add(interpreters.onDidChange(() => void this.refreshSnippets()));
    this.add(pythons.onDidChoose(() => void this.refreshSnippets()));
    this.add(scratch.onDidChange(() => void this.refreshSnippets()));
    this.add(
      catalog.onDidChange(() => {
        this.page.tell('show', this.newModel());
        void this.color();
      }),
    );
    this.add(
      progress.onDidChange((ids) => {
        if (ids.includes(this.questionId))
          this.page.tell('state', { state: progress.state(this.questionId) });
      }),
    );
    this.add(
      followMarks(
        services,
        () => this.questionId,
        (marks) => {
          this.page.tell('marks', marks);
        },
      ),
    );
  }

  private handlers(): Handlers<QuestionHost> {
    return {
      ready: async () => {
        const model = await this.newModel();
        void this.color();
        // What Python can do may take long to learn; the text does not wait for it.
        void this.refreshSnippets();
        return JSON.stringify(model) === this.inDocument ? undefined : model;
      },
      open: async ({ question, toSide }) => {
        await runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        );
      },
      ...runHandlers(this.runs, (name) => {
        this.keep();
        return this.find(name);
      }),
      openSnippet: ({ snippet }) =>
        runCommand('interviewLab.openSnippet', this.questionId, snippet),
      openFrame: ({ snippet, ...place }) =>
        runCommand('interviewLab.openSnippet', this.questionId, snippet, place),
      copy: async ({ block }) => {
        const rendered = await (await this.services.catalog.get()).render(this.questionId);
        await vscode.env.clipboard.writeText(rendered.blocks[block]?.code ?? '');
      },
      selectInterpreter: () => runCommand('interviewLab.selectInterpreter'),
      startQuiz: async () => {
        const catalog = await this.services.catalog.get();
        const quiz = catalog.quizzes.find((each) => each.questions.includes(this.questionId));
        await runCommand('interviewLab.startQuiz', quiz?.id);
      },
      setRead: ({ read }) =>
        this.services.progress.record({
          kind: read ? 'read' : 'unread',
          question: this.questionId,
        }),
      ...markHandlers(() => this.questionId),
    };
  }

  /** The model as it is now, which the caller gives to the page. */
  private async newModel(): Promise<QuestionModel> {
    const { catalog: service, progress, order } = this.services;
    const catalog = await service.get();
    const [question, rendered, marks] = await Promise.all([
      catalog.load(this.questionId),
      catalog.render(this.questionId),
      marksOf(this.services, this.questionId),
    ]);
    const { panel } = this.page;
    panel.title = plainText(question.title);
    const root = vscode.Uri.file(catalog.packOf(question.id)?.root ?? '');
    return questionModel({
      question,
      rendered,
      catalog,
      order: order.get(question.id),
      state: progress.state(question.id),
      snippets: question.code.map((snippet) => unknownSnippet(this.services, question, snippet)),
      runs: this.runs.states(),
      pictureBase: panel.webview.asWebviewUri(root).toString(),
      marks,
    });
  }

  /** A preview whose code runs stays open, as one that is edited does. */
  private keep(): void {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (this.page.panel.active && tab?.isPreview === true)
      void vscode.commands.executeCommand('workbench.action.keepEditor');
  }

  private async refreshSnippets(): Promise<void> {
    const { catalog, log } = this.services;
    const show = (snippets: readonly SnippetModel[]): void => {
      if (!this.isDisposed) this.page.tell('snippets', { snippets });
    };
    try {
      const question = await (await catalog.get()).load(this.questionId);
      const models = await snippetModels(this.services, question);
      show(models);
      const offered = await withOffers(this.services, question, models);
      if (offered) show(offered);
    } catch (error) {
      // Told when one of them is to be run.
      if (!(error instanceof Untrusted))
        log.warn('The snippets’ needs could not be checked', error);
    }
  }

  private async color(): Promise<void> {
    try {
      const [{ blocks }, { colorCode }] = await Promise.all([
        this.services.catalog.get().then((catalog) => catalog.render(this.questionId)),
        import('../../hosts/vscode/colors/codeColors.js'),
      ]);
      const colors = await colorCode(blocks);
      if (!this.isDisposed) this.page.tell('colors', colors);
    } catch (error) {
      this.services.log.warn('Code could not be colored', error);
    }
  }

  private async find(
    name: string,
  ): Promise<{ readonly question: Question; readonly snippet: Snippet }> {
    const question = await (await this.services.catalog.get()).load(this.questionId);
    const snippet = question.code.find((each) => each.name === name);
    if (!snippet) throw new Error(`There is no snippet “${name}” in this question.`);
    return { question, snippet };
  }
}
