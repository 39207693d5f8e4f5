/** What to do now: the walkthrough's first steps. */
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { followFirstSteps } from './firstSteps.js';

export function register({ journal }: Pick<Services, 'journal'>): Disposable {
  return followFirstSteps(journal);
}
