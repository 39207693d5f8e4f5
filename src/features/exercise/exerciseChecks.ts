/** The checks of an exercise that is open: one run at a time, whoever asks for it. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { Emitter } from '../../app/event.js';
import { runChecks } from '../../app/exercise/checkRunner.js';
import type { Attempt } from '../../app/exercise/attempt.js';
import { programSnippet } from '../../app/proving/programSnippet.js';
import { hasPassed } from '../../core/exercise/checkReport.js';
import type { CheckReport } from '../../core/exercise/checkReport.js';
import type { Exercise } from '../../core/pack/exercise.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';
import type { Where } from '../../hosts/vscode/interpreters/askForPython.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import type { LearnersFile } from './learnersFile.js';

export type CheckServices = Pick<
  Services,
  'extensionUri' | 'machine' | 'files' | 'runner' | 'interpreters' | 'pythons'
>;

export class ExerciseChecks extends DisposableStore {
  private last: CheckReport | undefined;
  private running: AbortController | undefined;
  private readonly changes = new Emitter();
  private readonly ends = new Emitter<CheckReport>();
  /** They began, or came to an end. */
  readonly onDidChange = this.changes.event;
  /** Hears what was found. */
  readonly onDidCheck = this.ends.event;

  constructor(
    private readonly services: CheckServices,
    readonly exercise: Exercise,
    private readonly attempt: Attempt,
    readonly file: LearnersFile,
  ) {
    super();
    this.add({
      dispose: () => {
        this.stop();
      },
    });
    this.followSaves();
  }

  get report(): CheckReport | undefined {
    return this.last;
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  stop(): void {
    this.running?.abort();
  }

  /**
   * Ends those that run, and runs all of them. What was found; undefined when they were stopped, or when the learner would
   * rather not run them with the Python that there is. Rejects with a sentence for the user when Python does not start.
   */
  async run(): Promise<CheckReport | undefined> {
    this.stop();
    const running = new AbortController();
    this.running = running;
    this.changes.fire();
    try {
      const report = await this.checked(running.signal);
      if (!report || running.signal.aborted) return undefined;
      this.last = report;
      await this.attempt.change({ kind: 'checked', passed: hasPassed(report) });
      this.ends.fire(report);
      return report;
    } finally {
      if (this.running === running) {
        this.running = undefined;
        this.changes.fire();
      }
    }
  }

  /** The Python that has what the exercise needs, as `askForPython` answers. */
  python(where: Where): Promise<Interpreter | undefined> {
    const { id, python, requires } = this.exercise;
    const needs = { ...programSnippet('', python), requires };
    return askForPython(this.services, id, needs, where);
  }

  private async checked(signal: AbortSignal): Promise<CheckReport | undefined> {
    const { exercise, services } = this;
    const interpreter = await this.python('here');
    if (!interpreter) return undefined;
    const { files, runner, machine, extensionUri } = services;
    const checker = vscode.Uri.joinPath(extensionUri, 'dist', 'checker', 'checker.py').fsPath;
    const text = await this.file.text();
    const code = { text, file: this.file.uri.fsPath };
    const tools = { files, runner, paths: machine.paths, checker };
    return runChecks(tools, interpreter, exercise, code, { signal });
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
        if (!asked || !this.file.isOf(document) || this.isRunning) return;
        asked = false;
        this.run().catch((error: unknown) => {
          notifications.failure(error);
        });
      }),
    );
  }
}
