/** The exercises that are open, each in a page of its own. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Attempt } from '../../app/exercise/attempt.js';
import { ExerciseSessions } from '../../app/exercise/exerciseSessions.js';
import type { Exercise } from '../../core/pack/exercise.js';
import { ExerciseChecks } from './exerciseChecks.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { closeUnrestored } from '../../hosts/vscode/pages/closeUnrestored.js';
import { ExercisePanel, exerciseTitle } from './exercisePanel.js';
import type { ExerciseServices } from './exercisePanel.js';
import { ExerciseTests } from './exerciseTests.js';
import { LearnersFile } from './learnersFile.js';

/** Milliseconds in which a slow pack may still come. */
const patience = 30_000;

export class OpenExercises extends DisposableStore {
  private readonly panels = new Map<string, ExercisePanel>();
  private readonly sessions: ExerciseSessions;
  private readonly tests: ExerciseTests;

  constructor(private readonly services: ExerciseServices) {
    super();
    this.sessions = new ExerciseSessions(services.journal, Date.now);
    this.tests = this.add(new ExerciseTests(services));
    this.add({
      dispose: () => {
        for (const panel of this.panels.values()) panel.dispose();
      },
    });
  }

  /** Rejects with a sentence for the user when there is no such exercise. */
  async start(id: string): Promise<void> {
    const panel = this.panels.get(await this.idOf(id));
    if (panel) await panel.show();
    else await this.open(id);
  }

  /** From the starter, as a new go; what the learner has written is kept. Rejects as `start` does. */
  async startAgain(id: string): Promise<void> {
    const exercise = await this.load(id);
    const attempt = await this.sessions.again(exercise.id);
    const file = this.fileOf(exercise);
    await file.beginAgain();
    this.panels.get(exercise.id)?.close();
    await this.show(exercise, attempt, file);
  }

  /** @param revived a panel that VS Code restored after a reload */
  async restore(id: string, revived: vscode.WebviewPanel): Promise<void> {
    const { catalog } = this.services;
    if (!(await catalog.get()).exercises.find(id)) await nextChange(catalog);
    await this.open(id, revived);
  }

  private async open(id: string, revived?: vscode.WebviewPanel): Promise<void> {
    const exercise = await this.load(id);
    const attempt = await this.sessions.current(exercise.id);
    await this.show(exercise, attempt, this.fileOf(exercise), revived);
  }

  private async show(
    exercise: Exercise,
    attempt: Attempt,
    file: LearnersFile,
    revived?: vscode.WebviewPanel,
  ): Promise<void> {
    if (!revived) {
      closeUnrestored(panels.exercise, exerciseTitle(exercise));
      // First, so that the page finds its place beside it.
      await file.show(vscode.ViewColumn.One);
    }
    const checks = new ExerciseChecks(this.services, exercise, attempt, file);
    const panel = new ExercisePanel(this.services, checks, attempt, revived);
    panel.add(checks);
    panel.add(this.tests.show(checks));
    this.panels.set(exercise.id, panel);
    panel.onDidClose(() => this.panels.delete(exercise.id));
  }

  private async load(id: string): Promise<Exercise> {
    return (await this.services.catalog.get()).exercises.load(id);
  }

  private fileOf(exercise: Exercise): LearnersFile {
    const { files, storageUri } = this.services;
    return new LearnersFile(files, storageUri, exercise);
  }

  /** The id by which the catalog knows it, of which there may be longer and shorter forms. */
  private async idOf(id: string): Promise<string> {
    return (await this.services.catalog.get()).exercises.find(id)?.id ?? id;
  }
}

/** Resolves when packs have come that were not there yet, or nothing comes. */
function nextChange({ onDidChange }: ExerciseServices['catalog']): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const listening = onDidChange(done);
  });
}
