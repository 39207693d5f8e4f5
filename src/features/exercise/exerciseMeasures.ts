/** What the learner's code for an exercise and each approach cost on this machine: measured once at a time, when asked for. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { Emitter } from '../../app/event.js';
import { runMeasure } from '../../app/exercise/measureRun.js';
import { measuredModel } from '../../app/exercise/measuredModel.js';
import type { MeasuredCode } from '../../app/exercise/measuredModel.js';
import { plainText } from '../../core/plainText.js';
import type { MeasuredModel } from '../../protocol/exercise.js';
import type { CheckServices, ExerciseChecks } from './exerciseChecks.js';

export class ExerciseMeasures extends DisposableStore {
  private found: readonly MeasuredCode[] | undefined;
  private running: AbortController | undefined;
  private readonly changes = new Emitter();
  /** A program was measured. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly services: CheckServices,
    private readonly checks: ExerciseChecks,
  ) {
    super();
    this.add({
      dispose: () => {
        this.running?.abort();
      },
    });
  }

  get model(): MeasuredModel | undefined {
    return this.found && measuredModel(this.found, this.running !== undefined);
  }

  /** Resolves when all were measured. Rejects with a sentence for the user when Python does not start. */
  async run(): Promise<void> {
    if (this.running) return;
    const running = new AbortController();
    this.running = running;
    try {
      const interpreter = await this.checks.python('here');
      if (!interpreter) return;
      const { files, runner, machine, extensionUri } = this.services;
      const measurer = vscode.Uri.joinPath(extensionUri, 'dist', 'checker', 'measurer.py').fsPath;
      const services = { files, runner, paths: machine.paths, measurer };
      this.found = [];
      this.changes.fire();
      for (const { code, file, ...program } of await this.programs()) {
        const given = file === undefined ? { text: code } : { text: code, file };
        const { exercise } = this.checks;
        const measurement = await runMeasure(
          services,
          interpreter,
          exercise,
          given,
          running.signal,
        );
        if (running.signal.aborted) return;
        this.found = [...this.found, { ...program, measurement }];
        this.changes.fire();
      }
    } finally {
      this.running = undefined;
      this.changes.fire();
    }
  }

  /** The learner's own first, unless nothing was written yet. */
  private async programs(): Promise<
    readonly (Omit<MeasuredCode, 'measurement'> & {
      readonly code: string;
      readonly file?: string;
    })[]
  > {
    const { exercise, file } = this.checks;
    const code = await file.text();
    const own = { title: vscode.l10n.t('Yours'), code, file: file.uri.fsPath };
    const approaches = exercise.approaches.map((approach) => ({
      approach: approach.id,
      title: plainText(approach.title),
      code: approach.code,
    }));
    return code === exercise.starter ? approaches : [own, ...approaches];
  }
}
