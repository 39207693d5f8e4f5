/** Exercises: a task, the learner's own file beside it, and checks that say what is wrong. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { lazily } from '../../app/lazily.js';
import { levelWords } from '../../core/levelWords.js';
import type { ExerciseSummary } from '../../core/pack/exercise.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { pickOne } from '../../hosts/vscode/ui/picks.js';
import type { ExerciseServices } from './exercisePanel.js';
import { registerSolutions } from './solutionDocuments.js';

export function register(services: ExerciseServices): Disposable {
  const store = new DisposableStore();
  store.add(registerSolutions(services));
  const open = lazily(async () => {
    const { OpenExercises } = await import('./openExercises.js');
    return store.add(new OpenExercises(services));
  });
  store.add(
    registerCommand(services.log, 'interviewLab.startExercise', async (target) => {
      const { exercises } = await services.catalog.get();
      const id = typeof target === 'string' ? target : await choose(exercises.all);
      if (id !== undefined) await (await open()).start(id);
    }),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.startExerciseAgain', async (target) => {
      const { exercises } = await services.catalog.get();
      const id = typeof target === 'string' ? target : await choose(exercises.all);
      if (id !== undefined) await (await open()).startAgain(id);
    }),
  );
  store.add(
    restorePanels(services.log, panels.exercise, async (panel, state) => {
      const { exerciseStateSchema } = await import('../../protocol/exercise.js');
      const { exercise } = v.parse(exerciseStateSchema, state);
      await (await open()).restore(exercise, panel);
    }),
  );
  return store;
}

async function choose(exercises: readonly ExerciseSummary[]): Promise<string | undefined> {
  if (exercises.length === 0) throw new Error(vscode.l10n.t('The loaded packs hold no exercise.'));
  const rows = exercises.map(({ id, title, level, minutes }) => ({
    id,
    label: title,
    description: vscode.l10n.t('{0} · {1} minutes', levelWords(level), minutes),
  }));
  const chosen = await pickOne(rows, {
    title: vscode.l10n.t('Start Exercise'),
    placeHolder: vscode.l10n.t('Which one?'),
    matchOnDescription: true,
  });
  return chosen?.id;
}
