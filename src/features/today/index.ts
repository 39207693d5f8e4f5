/** What to do now: the page of the day, and the walkthrough's first steps. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import { registerCommand } from '../../hosts/vscode/commands.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { followFirstSteps } from './firstSteps.js';
import type { TodayPanel, TodayServices } from './todayPanel.js';

export function register(services: TodayServices): Disposable {
  const store = new DisposableStore();
  let loading: Promise<TodayPanel> | undefined;
  const load = async (): Promise<TodayPanel> => {
    const { TodayPanel: Panel } = await import('./todayPanel.js');
    return store.add(new Panel(services));
  };
  const page = (): Promise<TodayPanel> => (loading ??= load());
  store.add(followFirstSteps(services.journal));
  store.add(
    registerCommand(services.log, 'interviewLab.showToday', async () => {
      (await page()).show();
    }),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(panels.today, {
      deserializeWebviewPanel: async (panel) => {
        (await page()).show(panel);
      },
    }),
  );
  return store;
}
