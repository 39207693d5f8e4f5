/** The page of one exercise, beside the learner's file: the task, its checks, and help when it is asked for. */
import * as vscode from 'vscode';
import { runChecks } from '../../app/exercise/checkRunner.js';
import { steppedCase } from '../../app/exercise/steppedCase.js';
import { exerciseModel } from '../../app/exercise/exerciseModel.js';
import type { KeptExercise } from '../../app/exercise/exerciseSessions.js';
import { DisposableStore } from '../../app/disposable.js';
import { programSnippet } from '../../app/proving/programSnippet.js';
import { hasPassed } from '../../core/exercise/checkReport.js';
import type { CheckReport } from '../../core/exercise/checkReport.js';
import { applyExerciseChange } from '../../core/exercise/session.js';
import type { ExerciseChange } from '../../core/exercise/session.js';
import type { Exercise } from '../../core/pack/exercise.js';
import { plainText } from '../../core/plainText.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { exerciseSchemas } from '../../protocol/exercise.js';
import type { ExerciseHost, ExerciseModel, ExercisePage } from '../../protocol/exercise.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { LearnersFile } from './learnersFile.js';
import { solutionUri } from './solutionDocuments.js';

export type ExerciseServices = Pick<
  Services,
  | 'extensionUri'
  | 'storageUri'
  | 'machine'
  | 'files'
  | 'runner'
  | 'interpreters'
  | 'pythons'
  | 'catalog'
  | 'journal'
  | 'log'
>;

export class ExercisePanel extends DisposableStore {
  private readonly page: Page<ExercisePage>;
  private report: CheckReport | undefined;
  private running: AbortController | undefined;

  constructor(
    private readonly services: ExerciseServices,
    private readonly exercise: Exercise,
    private readonly kept: KeptExercise,
    private readonly file: LearnersFile,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, log } = services;
    this.page = openPage<ExerciseHost, ExercisePage>(
      {
        viewType: panels.exercise,
        page: 'exercise',
        title: exercise.short ?? exercise.title,
        icon: 'question',
        column: vscode.ViewColumn.Beside,
        preserveFocus: true,
        extensionUri,
        schemas: exerciseSchemas,
        log,
        panel: revived,
        toldHere: ['compare', 'open', 'question'],
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.add({ dispose: () => this.running?.abort() });
    this.followSaves();
  }

  /** The learner's file with the focus, and the page where it is. */
  async show(): Promise<void> {
    await this.showFile();
    this.page.panel.reveal(undefined, true);
  }

  /** Never over the page. @param line 1-based */
  private async showFile(line?: number): Promise<void> {
    const { One, Two } = vscode.ViewColumn;
    await this.file.show(this.page.panel.viewColumn === One ? Two : One, line);
  }

  onDidClose(listener: () => void): void {
    this.page.onDidClose(listener);
  }

  private handlers(): Handlers<ExerciseHost> {
    return {
      ready: () => this.model(),
      check: () => this.check(),
      hint: () => this.change({ kind: 'hinted', hints: this.kept.session.hints + 1 }),
      solutions: async () =>
        (await this.mayLook()) ? this.change({ kind: 'looked' }) : this.model(),
      compare: ({ approach }) => this.compare(approach),
      open: ({ line }) => this.showFile(line),
      stepThrough: async ({ name }) => {
        if (!this.report?.cases.some((each) => each.name === name)) return;
        const stepped = steppedCase(this.exercise, name, await this.file.text());
        await runCommand('interviewLab.stepThroughSelection', stepped);
      },
      question: ({ question, toSide }) =>
        runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        ),
    };
  }

  private model(): ExerciseModel {
    const { exercise, report } = this;
    const checking = this.running !== undefined;
    return exerciseModel({ exercise, session: this.kept.session, checking, report });
  }

  /** Only a save that the learner asked for: one by itself would judge half a line. */
  private followSaves(): void {
    let asked = false;
    this.add(
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
        if (this.file.isOf(document)) asked = reason === vscode.TextDocumentSaveReason.Manual;
      }),
    );
    this.add(
      vscode.workspace.onDidSaveTextDocument((document) => {
        // While the checks run, it is they who saved it.
        if (!asked || !this.file.isOf(document) || this.running) return;
        asked = false;
        this.check().then(
          (model) => {
            this.page.tell('show', model);
          },
          (error: unknown) => {
            notifications.failure(error);
          },
        );
      }),
    );
  }

  private async check(): Promise<ExerciseModel> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.page.tell('show', this.model());
    try {
      const report = await this.checked(running.signal);
      if (report && !running.signal.aborted) {
        this.report = report;
        await this.change({ kind: 'checked', passed: hasPassed(report) });
      }
    } finally {
      if (this.running === running) this.running = undefined;
    }
    return this.model();
  }

  /** Undefined when the learner would rather not run it with the Python that there is. */
  private async checked(signal: AbortSignal): Promise<CheckReport | undefined> {
    const { exercise, services } = this;
    const { id, python, requires } = exercise;
    const needs = { ...programSnippet('', python), requires };
    const interpreter = await askForPython(services, id, needs, 'here');
    if (!interpreter) return undefined;
    const { files, runner, machine, extensionUri } = services;
    const checker = vscode.Uri.joinPath(extensionUri, 'dist', 'checker', 'checker.py').fsPath;
    const text = await this.file.text();
    const code = { text, file: this.file.uri.fsPath };
    const tools = { files, runner, paths: machine.paths, checker };
    return runChecks(tools, interpreter, exercise, code, { signal });
  }

  private async change(change: ExerciseChange): Promise<ExerciseModel> {
    await this.kept.write(applyExerciseChange(this.kept.session, change));
    return this.model();
  }

  private async mayLook(): Promise<boolean> {
    if (this.kept.session.passed) return false;
    const show = vscode.l10n.t('Show a Solution');
    const question = vscode.l10n.t('Show how others solve “{0}”?', this.exercise.title);
    const detail = vscode.l10n.t('The exercise then counts as seen, not as solved.');
    return (await notifications.ask(question, detail, show)) === show;
  }

  private async compare(id: string): Promise<void> {
    const approach = this.exercise.approaches.find((each) => each.id === id);
    const { looked, passed } = this.kept.session;
    if (!approach || !(looked || passed)) return;
    const solution = solutionUri(this.exercise, approach);
    const title = vscode.l10n.t('{0} ↔ Yours', plainText(approach.title));
    await vscode.commands.executeCommand('vscode.diff', solution, this.file.uri, title);
  }
}
