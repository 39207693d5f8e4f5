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
import { copyHandlers } from './copyHandlers.js';
import { followMarks, markHandlers, marksOf } from './marks.js';
import type { MarkServices } from './marks.js';
import { keepPreview } from './keepPreview.js';
import { questionColors } from './questionColors.js';
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
  | 'recent'
> &
  MarkServices;

export interface Placement {
  readonly panel: vscode.WebviewPanel;
  /** The section that is to be shown, once; undefined when there is none. */
  readonly takeSection: () => string | undefined;
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
    private readonly placement: Placement,
  ) {
    super();
    const { extensionUri, log, catalog, progress, interpreters, pythons, scratch } = services;
    const color = (): void => void this.color();
    this.runs = this.add(new SnippetRuns(services, () => this.page, color));
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
        toldHere: [
          'setRead',
          'copy',
          'copyRan',
          'openSaved',
          'startQuiz',
          'stop',
          'input',
          'endInput',
        ],
        ...placement,
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(onDidChangeColors(color));
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
        if (ids.includes(questionId))
          this.page.tell('state', { state: progress.state(questionId) });
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

  get isActive(): boolean {
    return this.page.panel.active;
  }

  /** Goes to the section that is to be shown; a hidden page does when it is there again. */
  visit(): void {
    const section = this.page.panel.visible ? this.placement.takeSection() : undefined;
    if (section !== undefined) this.page.tell('goTo', { section });
  }

  /** Runs the snippet that the reader sees. */
  runInView(): void {
    this.page.tell('runInView', {});
  }

  stopRuns(): void {
    this.runs.stopRunning();
  }

  private handlers(): Handlers<QuestionHost> {
    const { catalog } = this.services;
    return {
      ready: async () => {
        const model = await this.newModel();
        void this.color();
        // What Python can do may take long to learn; the text does not wait for it.
        void this.refreshSnippets();
        this.visit();
        return JSON.stringify(model) === this.inDocument ? undefined : model;
      },
      open: async ({ question, toSide }) => {
        await runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        );
      },
      ...runHandlers(this.runs, (name) => {
        keepPreview(this.page.panel);
        return this.find(name);
      }),
      openSnippet: ({ snippet }) =>
        runCommand('interviewLab.openSnippet', this.questionId, snippet),
      compare: ({ snippet }) =>
        runCommand('interviewLab.compareInterpreters', this.questionId, snippet),
      stepThrough: ({ snippet }) =>
        runCommand('interviewLab.stepThrough', this.questionId, snippet),
      openFrame: ({ snippet, ...place }) =>
        runCommand('interviewLab.openSnippet', this.questionId, snippet, place),
      ...copyHandlers(
        async () => (await catalog.get()).render(this.questionId),
        () => this.runs.ran(),
      ),
      selectInterpreter: () => runCommand('interviewLab.selectInterpreter'),
      startQuiz: () => runCommand('interviewLab.quizQuestion', this.questionId),
      findTag: ({ tag }) => runCommand('interviewLab.search', `tag:${tag}`),
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
      const rendered = (await this.services.catalog.get()).render(this.questionId);
      const colors = await questionColors(await rendered, this.runs.ran());
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
