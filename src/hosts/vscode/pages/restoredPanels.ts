import * as vscode from 'vscode';
import type { Disposable } from '../../../app/disposable.js';
import type { Log } from '../../../app/log.js';
import { faultMessage } from '../messages/faultMessage.js';
import { notifications } from '../ui/notifications.js';

/**
 * Shows the panels of a type again that VS Code had open before; one that cannot be is closed, and the user is told why.
 *
 * @param state what the page gave VS Code to keep; nothing of it is certain.
 */
export function restorePanels(
  log: Log,
  viewType: string,
  restore: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>,
): Disposable {
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const { title } = panel;
      try {
        await restore(panel, state);
      } catch (error) {
        log.error(`${viewType} could not be shown again`, error);
        void notifications.error(
          vscode.l10n.t('“{0}” could not be shown again: {1}', title, faultMessage(error)),
        );
        panel.dispose();
      }
    },
  });
}
