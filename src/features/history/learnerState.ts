/** What VS Code remembers of the learner and an export holds; each part decodes what it reads, so it may come from anywhere. */
import type { Memento } from 'vscode';
import type { LearnerState } from '../../core/progress/exportFile.js';

/** Choices that were made, and a review that a version up to 0.1 began. What belongs to the machine alone is not among them. */
const keys = {
  global: ['interview.setup', 'quiz.setup', 'topics.byPath', 'questions.recent', 'today.plan'],
  workspace: ['review.session'],
} as const;

interface Mementos {
  readonly globalState: Memento;
  readonly workspaceState: Memento;
}

export function learnerState({ globalState, workspaceState }: Mementos): LearnerState {
  const pick = (memento: Memento, names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = memento.get<unknown>(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return {
    global: pick(globalState, keys.global),
    workspace: pick(workspaceState, keys.workspace),
  };
}

/** Brings back what is not there. */
export async function restoreState(
  { globalState, workspaceState }: Mementos,
  state: LearnerState,
): Promise<void> {
  const places = [
    [globalState, keys.global, state.global],
    [workspaceState, keys.workspace, state.workspace],
  ] as const;
  for (const [memento, names, values] of places)
    for (const name of names)
      if (Object.hasOwn(values, name) && memento.get<unknown>(name) === undefined)
        await memento.update(name, values[name]);
}
