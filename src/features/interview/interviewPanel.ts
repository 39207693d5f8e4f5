/** The panel of the interview: its page, and the interviewer behind it. */
import * as vscode from 'vscode';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import { interviewSchemas } from '../../protocol/interview.js';
import type { InterviewHost, InterviewModel, InterviewPage } from '../../protocol/interview.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { InterviewController } from '../../app/interview/interviewController.js';
import type { InterviewServices } from './interviewServices.js';
import { questionLink, saveReport } from './saveReport.js';

/** Milliseconds between two storings of the clock: what a crash may cost of it. */
const heartbeat = 15_000;

export class InterviewPanel extends DisposableStore {
  private readonly page: Page<InterviewPage>;

  constructor(
    private readonly services: Pick<
      InterviewServices,
      'extensionUri' | 'catalog' | 'log' | 'machine'
    >,
    private readonly controller: InterviewController,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, catalog, log } = services;
    this.page = openPage<InterviewHost, InterviewPage>(
      {
        viewType: panels.interview,
        page: 'interview',
        title: vscode.l10n.t('Mock Interview'),
        icon: 'question',
        extensionUri,
        schemas: interviewSchemas,
        log,
        panel: revived,
      },
      () => this.handlers(),
    );
    const timer = setInterval(() => {
      this.quietly('The time could not be stored', async () => {
        const model = await controller.keepTime();
        if (model) this.page.tell('show', Promise.resolve(model));
      });
    }, heartbeat);
    this.add({
      dispose: () => {
        clearInterval(timer);
        this.quietly('The interview could not be stored', () => controller.leave());
      },
    });
    this.add(
      catalog.onDidChange(() => {
        this.page.tell('show', this.startAgain());
      }),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
  }

  onDidClose(listener: () => void): void {
    this.page.onDidClose(listener);
  }

  reveal(): void {
    this.page.reveal();
  }

  /** The choice of topics follows the packs; an interview that goes on does not. */
  private async startAgain(): Promise<InterviewModel | undefined> {
    const model = await this.controller.model();
    return model.screen === 'start' ? model : undefined;
  }

  private handlers(): Handlers<InterviewHost> {
    const { controller } = this;
    return {
      ready: () => controller.model(),
      start: ({ setup }) => controller.start(setup),
      resume: () => controller.resume(),
      endUnfinished: () => controller.endUnfinished(),
      note: ({ key, text }) => controller.note(key, text),
      showAnswer: ({ key }) => controller.showAnswer(key),
      mark: ({ key, point, value }) => controller.mark(key, point, value),
      next: ({ key }) => controller.next(key),
      pause: ({ paused }) => controller.pause(paused),
      finish: () => controller.finish(),
      another: () => controller.another(),
      openQuestion: ({ question }) => runCommand('interviewLab.openQuestion', question),
      saveReport: () => saveReport(this.services.machine, controller.markdown(questionLink)),
    };
  }

  private quietly(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.services.log.warn(what, error);
    });
  }
}
