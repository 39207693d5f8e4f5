/** What to do now: the page of the day, and the walkthrough's first steps. */
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { lazily } from '../../app/lazily.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { followFirstSteps } from './firstSteps.js';
import type { TodayServices } from './todayPanel.js';

export function register(services: TodayServices): Disposable {
  const store = new DisposableStore();
  const page = lazily(async () => {
    const { TodayPanel } = await import('./todayPanel.js');
    return store.add(new TodayPanel(services));
  });
  store.add(followFirstSteps(services.journal));
  store.add(
    registerCommand(services.log, 'interviewLab.showToday', async () => {
      (await page()).show();
    }),
  );
  store.add(
    restorePanels(services.log, panels.today, async (panel) => {
      (await page()).show(panel);
    }),
  );
  return store;
}
