/** The mock interview in its panel. What it needs (Markdown, the checklists) is loaded when the first one starts. */
import { registerCommand } from '../../hosts/vscode/commands.js';
import { restorePanels } from '../../hosts/vscode/pages/restoredPanels.js';
import { panels } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { InterviewServices } from './interviewServices.js';
import { lazily } from '../../app/lazily.js';

export function register(services: InterviewServices): Disposable {
  const store = new DisposableStore();
  const interviews = lazily(async () => {
    const { OpenInterview: Open, takeOver } = await import('./openInterview.js');
    await takeOver(services);
    return store.add(new Open(services));
  });

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
