/** A pack of what may go wrong: a question whose programs misbehave, and a quiz with one item of each kind. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const trials = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  'fixtures',
  'trials',
);

/**
 * Opens the view and resolves when the pack is in its tree.
 *
 * @param {import('../host/vscodePage.mjs').Workbench} workbench that has the pack in its settings
 */
export async function openTrials(workbench) {
  await workbench.openView();
  await workbench
    .treeItem(/Trouble/)
    .first()
    .waitFor();
}
