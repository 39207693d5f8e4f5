import * as vscode from 'vscode';
import { Untrusted } from '../../app/running/gate.js';
import type { CommandId, Commands } from './contributions.js';
import type { Disposable } from '../../app/disposable.js';
import type { Log } from '../../app/log.js';
import { notifications } from './ui/notifications.js';

/** Registers a command; what it throws is shown once, as its one sentence, and logged with its cause. */
export function registerCommand<K extends CommandId>(
  log: Log,
  id: K,
  run: Commands[K],
): Disposable {
  return vscode.commands.registerCommand(id, async (...args: Parameters<Commands[K]>) => {
    try {
      await (run as (...args: Parameters<Commands[K]>) => Promise<void>)(...args);
    } catch (error) {
      if (error instanceof Untrusted) {
        void offerTrust(error.message);
        return;
      }
      log.error(`${id} failed`, error);
      notifications.failure(error);
    }
  });
}

export async function runCommand<K extends CommandId>(
  id: K,
  ...args: Parameters<Commands[K]>
): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}

/** Says what is not done in Restricted Mode, with the way out of it. */
export async function offerTrust(message: string): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const answer = await notifications.warn(message, manage);
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
