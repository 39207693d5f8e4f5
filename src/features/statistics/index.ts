/** The progress page. What it needs is loaded when it is first shown. */
import { registerCommand } from '../../hosts/vscode/commands.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { lazily } from '../../app/lazily.js';
import type { StatisticsServices } from './statisticsPanels.js';

export function register(services: StatisticsServices): Disposable {
  const store = new DisposableStore();
  const open = lazily(async () => {
    const { StatisticsPanels } = await import('./statisticsPanels.js');
    return store.add(new StatisticsPanels(services));
  });
  store.add(
    registerCommand(services.log, 'interviewLab.showProgress', async () => {
      (await open()).show();
    }),
  );
  store.add(
    restorePanels(services.log, panels.statistics, async (panel) => {
      (await open()).show(panel);
    }),
  );
  return store;
}
