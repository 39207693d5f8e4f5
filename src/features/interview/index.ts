/** The mock interview in its panel. What it needs (Markdown, the checklists) is loaded when the first one starts. */
import { registerCommand } from '../../hosts/vscode/commands.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { InterviewServices } from './interviewServices.js';
import type { OpenInterview } from './openInterview.js';

export function register(services: InterviewServices): Disposable {
  const store = new DisposableStore();
  let loading: Promise<OpenInterview> | undefined;
  const load = async (): Promise<OpenInterview> => {
    const { OpenInterview: Open, takeOver } = await import('./openInterview.js');
    await takeOver(services);
    return store.add(new Open(services));
  };
  const interviews = (): Promise<OpenInterview> => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined; // The next one tries again; who asked hears of it.
    });
    return loading;
  };

  store.add(
    registerCommand(services.log, 'interviewLab.startInterview', async () =>
      (await interviews()).open(),
    ),
  );
  store.add(
    restorePanels(services.log, panels.interview, async (panel, state) =>
      (await interviews()).restore(panel, state),
    ),
  );
  return store;
}
