/** Reviews in their panel, and the reminder of them. What a review needs is loaded when the first one starts. */
import type * as vscode from 'vscode';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { OnlyPanel } from '../../hosts/vscode/pages/onlyPanel.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { dailyReminder } from './reminder.js';
import type { ReviewPanel, ReviewServices } from './reviewPanel.js';

export function register(services: ReviewServices & Pick<Services, 'globalState'>): Disposable {
  const store = new DisposableStore();
  const only = store.add(new OnlyPanel<ReviewPanel>(panels.review));
  const show = async (revived?: vscode.WebviewPanel): Promise<void> => {
    const { ReviewPanel: Panel } = await import('./reviewPanel.js');
    only.show((panel) => new Panel(services, panel), revived);
  };
  store.add(registerCommand(services.log, 'interviewLab.startReview', () => show()));
  store.add(restorePanels(services.log, panels.review, show));
  store.add(
    registerCommand(services.log, 'interviewLab.resumeCards', async () =>
      (await import('./resumeCards.js')).resumeCards(services),
    ),
  );
  store.add(dailyReminder(services));
  return store;
}
