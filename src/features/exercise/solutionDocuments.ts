/** Solutions of authors as read-only documents, to compare the learner's file with. */
import * as vscode from 'vscode';
import type { Approach, Exercise } from '../../core/pack/exercise.js';
import type { Services } from '../../hosts/vscode/services.js';

const scheme = 'interview-lab-solution';

export function registerSolutions({ catalog }: Pick<Services, 'catalog'>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query }) => {
      const wanted = new URLSearchParams(query);
      const exercise = await (await catalog.get()).exercises.load(wanted.get('exercise') ?? '');
      const id = wanted.get('approach');
      return exercise.approaches.find((approach) => approach.id === id)?.code ?? '';
    },
  });
}

/** Of a read-only document, whose tab is called `lru (ordered-dict).py`. */
export function solutionUri(
  { id, module }: Pick<Exercise, 'id' | 'module'>,
  approach: Pick<Approach, 'id'>,
): vscode.Uri {
  const query = new URLSearchParams({ exercise: id, approach: approach.id }).toString();
  return vscode.Uri.from({ scheme, path: `/${module} (${approach.id}).py`, query });
}
