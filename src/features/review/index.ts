/** Reviews in their panel, and the reminder of them. What a review needs is loaded when the first one starts. */
import type * as vscode from 'vscode';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import { dailyReminder } from './reminder.js';
import type { ReviewPanel, ReviewServices } from './reviewPanel.js';

export function register(services: ReviewServices & Pick<Services, 'globalState'>): Disposable {
  const store = new DisposableStore();
  let open: Promise<ReviewPanel> | undefined;
  const create = async (revived?: vscode.WebviewPanel): Promise<ReviewPanel> => {
    const { ReviewPanel: Panel } = await import('./reviewPanel.js');
    const panel = store.add(new Panel(services, revived));
    panel.onDidClose(() => {
      open = undefined;
    });
    return panel;
  };

  const start = async (revived?: vscode.WebviewPanel): Promise<void> => {
    open = create(revived);
    open.catch(() => {
      open = undefined; // The next one tries again; who asked for this one hears of it.
    });
    await open;
  };

  store.add(
    registerCommand(services.log, 'interviewLab.startReview', async () => {
      if (open) (await open).reveal();
      else await start();
    }),
  );
  store.add(
    restorePanels(services.log, panels.review, async (panel) => {
      if (open) panel.dispose();
      else await start(panel);
    }),
  );
  store.add(
    registerCommand(services.log, 'interviewLab.resumeCards', async () =>
      (await import('./resumeCards.js')).resumeCards(services),
    ),
  );
  store.add(dailyReminder(services));
  return store;
}
