import * as vscode from 'vscode';
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
import { onDidChangeColours } from '../../platform/colours/colourChanges.js';
import { runCommand } from '../../platform/commands.js';
import { panels } from '../../platform/contributions.js';
import { DisposableStore } from '../../platform/disposable.js';
import type { Services } from '../../platform/services.js';
import { openPage } from '../../platform/webview/page.js';
import type { Page } from '../../platform/webview/page.js';
import { followMarks, markHandlers, marksOf } from './marks.js';
import type { MarkServices } from './marks.js';
import { questionModel } from './questionModel.js';
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
  | 'pythons'
  | 'scratch'
  | 'log'
  | 'order'
> &
  MarkServices;

export interface Placement {
  readonly column: vscode.ViewColumn;
  /** The folders of all packs: VS Code loads a page anew when it is allowed another one. */
  readonly pictureRoots: readonly vscode.Uri[];
  readonly revived?: vscode.WebviewPanel;
}

/** One panel that shows one question at a time. */
export class QuestionPanel extends DisposableStore {
  private readonly page: Page<QuestionPage>;
  private readonly runs: SnippetRuns;

  constructor(
    private readonly services: QuestionServices,
    private questionId: string,
    placement: Placement,
  ) {
    super();
    const { extensionUri, log, catalog, progress, interpreters, pythons, scratch } = services;
    // Read while the page loads, so that it does not wait; if it fails, the page's `ready` tells it.
    catalog
      .get()
      .then((all) => all.load(questionId))
      .catch(() => undefined);
    this.runs = this.add(new SnippetRuns(services, () => this.page));
    this.page = openPage<QuestionHost, QuestionPage>(
      {
        viewType: panels.question,
        page: 'question',
        title: 'Question',
        icon: 'question',
        extensionUri,
        schemas: questionSchemas,
        log,
        ...placement,
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add(onDidChangeColours(() => void this.colour()));
    this.add(interpreters.onDidChange(() => void this.refreshSnippets()));
    this.add(pythons.onDidChoose(() => void this.refreshSnippets()));
    this.add(scratch.onDidChange(() => void this.refreshSnippets()));
    this.add(catalog.onDidChange(() => void this.show(this.questionId)));
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

  get id(): string {
    return this.questionId;
  }

  get panel(): vscode.WebviewPanel {
    return this.page.panel;
  }

  get active(): boolean {
    return this.page.panel.active;
  }

  reveal(column?: vscode.ViewColumn): void {
    this.page.panel.reveal(column);
  }

  /** Turns to another question, or shows the same one afresh. */
  async show(questionId: string): Promise<void> {
    const catalog = await this.services.catalog.get();
    if (!catalog.question(questionId))
      throw new Error(`There is no question “${questionId}” in the loaded packs.`);
    if (questionId !== this.questionId) this.runs.stopAll();
    this.questionId = questionId;
    // A page that is still loading, or hidden, does not hear this; it asks for its model when it is there.
    this.page.tell('show', await this.model());
    void this.colour();
  }

  private handlers(): Handlers<QuestionHost> {
    return {
      ready: async () => {
        const model = await this.model();
        void this.colour();
        return model;
      },
      open: async ({ question, toSide }) => {
        await runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        );
      },
      ...runHandlers(this.runs, (name) => this.find(name)),
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

  private async model(): Promise<QuestionModel> {
    const { catalog: service, progress, scratch, log, order } = this.services;
    const catalog = await service.get();
    const [question, rendered, marks] = await Promise.all([
      catalog.load(this.questionId),
      catalog.render(this.questionId),
      marksOf(this.services, this.questionId),
    ]);
    const { webview } = this.page.panel;
    this.page.panel.title = plainText(question.title);
    const root = vscode.Uri.file(catalog.packOf(question.id)?.root ?? '');
    this.allowPictures(root);
    progress.record({ kind: 'opened', question: question.id }).catch((error: unknown) => {
      log.warn('Opening was not recorded', error);
    });
    // What Python can do may take long to learn; the text does not wait for it.
    void this.refreshSnippets();
    return questionModel({
      question,
      rendered,
      catalog,
      order: order.get(question.id),
      state: progress.state(question.id),
      snippets: question.code.map((snippet) => unknownSnippet(scratch, question, snippet)),
      runs: this.runs.states(),
      pictureBase: webview.asWebviewUri(root).toString(),
      marks,
    });
  }

  /** Of a pack that came after the page was opened. */
  private allowPictures(root: vscode.Uri): void {
    const { webview } = this.page.panel;
    const roots = webview.options.localResourceRoots ?? [];
    if (roots.some((each) => root.path.startsWith(each.path))) return;
    webview.options = { ...webview.options, localResourceRoots: [...roots, root] };
  }

  private async refreshSnippets(): Promise<void> {
    const { catalog, log } = this.services;
    const id = this.questionId;
    const show = (snippets: readonly SnippetModel[]): void => {
      if (id === this.questionId && !this.isDisposed) this.page.tell('snippets', { snippets });
    };
    try {
      const question = await (await catalog.get()).load(id);
      const models = await snippetModels(this.services, question);
      show(models);
      const offered = await withOffers(this.services, question, models);
      if (offered) show(offered);
    } catch (error) {
      log.warn('The snippets’ needs could not be checked', error);
    }
  }

  private async colour(): Promise<void> {
    const id = this.questionId;
    try {
      const [{ blocks }, { colourCode }] = await Promise.all([
        this.services.catalog.get().then((catalog) => catalog.render(id)),
        import('../../platform/colours/codeColours.js'),
      ]);
      const colours = await colourCode(blocks);
      if (id === this.questionId && !this.isDisposed) this.page.tell('colours', colours);
    } catch (error) {
      this.services.log.warn('Code could not be coloured', error);
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
