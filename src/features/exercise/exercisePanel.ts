/** The page of one exercise, beside the learner's file: the task, its checks, and help when it is asked for. */
import * as vscode from 'vscode';
import { steppedCase } from '../../app/exercise/steppedCase.js';
import { exerciseModel } from '../../app/exercise/exerciseModel.js';
import type { Attempt } from '../../app/exercise/attempt.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { ExerciseChange } from '../../core/exercise/session.js';
import { plainText } from '../../core/plainText.js';
import { runCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { openPage } from '../../hosts/vscode/pages/page.js';
import type { Page } from '../../hosts/vscode/pages/page.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { exerciseSchemas } from '../../protocol/exercise.js';
import type { ExerciseHost, ExerciseModel, ExercisePage } from '../../protocol/exercise.js';
import type { Handlers } from '../../protocol/rpc.js';
import type { CheckServices, ExerciseChecks } from './exerciseChecks.js';
import { ExerciseMeasures } from './exerciseMeasures.js';
import { solutionUri } from './solutionDocuments.js';

export type ExerciseServices = CheckServices &
  Pick<Services, 'storageUri' | 'catalog' | 'journal' | 'launches' | 'log'>;

export class ExercisePanel extends DisposableStore {
  private readonly page: Page<ExercisePage>;
  private readonly measures: ExerciseMeasures;

  constructor(
    services: ExerciseServices,
    private readonly checks: ExerciseChecks,
    private readonly attempt: Attempt,
    revived?: vscode.WebviewPanel,
  ) {
    super();
    const { extensionUri, log } = services;
    const { exercise } = checks;
    this.page = openPage<ExerciseHost, ExercisePage>(
      {
        viewType: panels.exercise,
        page: 'exercise',
        title: exerciseTitle(exercise),
        icon: 'question',
        column: vscode.ViewColumn.Beside,
        preserveFocus: true,
        extensionUri,
        schemas: exerciseSchemas,
        log,
        panel: revived,
        toldHere: ['compare', 'open', 'startAgain', 'question'],
      },
      () => this.handlers(),
    );
    this.page.onDidClose(() => {
      this.dispose();
    });
    this.measures = this.add(new ExerciseMeasures(services, checks));
    const changed = (): void => {
      this.page.tell('show', this.model());
    };
    this.add(checks.onDidChange(changed));
    this.add(this.measures.onDidChange(changed));
  }

  /** The learner's file with the focus, and the page where it is. */
  async show(): Promise<void> {
    await this.showFile();
    this.page.panel.reveal(undefined, true);
  }

  /** Never over the page. @param line 1-based */
  private async showFile(line?: number): Promise<void> {
    const { One, Two } = vscode.ViewColumn;
    await this.checks.file.show(this.page.panel.viewColumn === One ? Two : One, line);
  }

  close(): void {
    this.page.dispose();
  }

  onDidClose(listener: () => void): void {
    this.page.onDidClose(listener);
  }

  private handlers(): Handlers<ExerciseHost> {
    return {
      ready: () => this.model(),
      check: async () => {
        await this.checks.run();
        return this.model();
      },
      hint: () => this.change({ kind: 'hinted', hints: this.attempt.session.hints + 1 }),
      solutions: async () =>
        (await this.mayLook()) ? this.change({ kind: 'looked' }) : this.model(),
      compare: ({ approach }) => this.compare(approach),
      open: ({ line }) => this.showFile(line),
      stepThrough: async ({ name }) => {
        const { exercise, file, report } = this.checks;
        if (!report?.cases.some((each) => each.name === name)) return;
        const stepped = steppedCase(exercise, name, await file.text());
        await runCommand('interviewLab.stepThroughSelection', stepped);
      },
      measure: async () => {
        if (this.model().canMeasure) await this.measures.run();
        return this.model();
      },
      startAgain: async () => {
        await runCommand('interviewLab.startExerciseAgain', this.checks.exercise.id);
      },
      question: ({ question, toSide }) =>
        runCommand(
          toSide ? 'interviewLab.openQuestionToSide' : 'interviewLab.openQuestion',
          question,
        ),
    };
  }

  private model(): ExerciseModel {
    const { exercise, report, isRunning: checking } = this.checks;
    const { session } = this.attempt;
    const measured = this.measures.model;
    return exerciseModel({ exercise, session, checking, report, measured });
  }

  private async change(change: ExerciseChange): Promise<ExerciseModel> {
    await this.attempt.change(change);
    return this.model();
  }

  private async mayLook(): Promise<boolean> {
    if (this.attempt.session.passed) return false;
    const show = vscode.l10n.t('Show a Solution');
    const question = vscode.l10n.t('Show how others solve “{0}”?', this.checks.exercise.title);
    const detail = vscode.l10n.t('The exercise then counts as seen, not as solved.');
    return (await notifications.ask(question, detail, show)) === show;
  }

  private async compare(id: string): Promise<void> {
    const { exercise, file } = this.checks;
    const approach = exercise.approaches.find((each) => each.id === id);
    const { looked, passed } = this.attempt.session;
    if (!approach || !(looked || passed)) return;
    const solution = solutionUri(exercise, approach);
    const title = vscode.l10n.t('{0} ↔ Yours', plainText(approach.title));
    await vscode.commands.executeCommand('vscode.diff', solution, file.uri, title);
  }
}

/** What stands on the tab. */
export function exerciseTitle({ short, title }: Pick<Exercise, 'short' | 'title'>): string {
  return plainText(short ?? title);
}
