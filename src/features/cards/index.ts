/** The learner's own cards: made of what is selected, and edited or deleted as files of a pack of their own. */
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import type { CardServices } from './makeCard.js';

export function register(services: CardServices): Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand(services.log, 'interviewLab.makeCard', async () =>
      (await import('./makeCard.js')).makeCard(services),
    ),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.myCards', async () =>
      (await import('./myCards.js')).myCards(services),
    ),
  );
  return store;
}
