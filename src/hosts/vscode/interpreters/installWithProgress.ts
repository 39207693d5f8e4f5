/** Installs into the lab environment before the user's eyes: progress, cancel, and why it failed. */
import * as vscode from 'vscode';
import type { InstallFault } from '../../../core/python/installFault.js';
import type { Interpreter } from '../../../core/python/interpreter.js';
import { plainText } from '../../../core/plainText.js';
import { runCommand } from '../commands.js';
import { notifications, withProgress } from '../ui/notifications.js';
import type { Lab } from '../../../app/running/lab.js';

/** False when it was cancelled or failed; the user was told. */
export async function installWithProgress(
  lab: Lab,
  requirements: readonly string[],
  base: Interpreter,
): Promise<boolean> {
  const stop = new AbortController();
  const fault = await withProgress(
    vscode.l10n.t('Lab Environment: installing {0}', requirements.join(', ')),
    (report, cancelled) => {
      cancelled.onCancellationRequested(() => {
        stop.abort();
      });
      return lab.install({ requirements, base, signal: stop.signal, onLine: report });
    },
  );
  if (!fault) return true;
  if (fault.kind !== 'cancelled') void tell(fault, requirements);
  return false;
}

async function tell(
  fault: Exclude<InstallFault, { kind: 'cancelled' }>,
  requirements: readonly string[],
): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const answer = await notifications.error(faultMessage(fault, requirements), showLog);
  if (answer === showLog) await runCommand('interviewLab.showLog');
}

function faultMessage(
  fault: Exclude<InstallFault, { kind: 'cancelled' }>,
  requirements: readonly string[],
): string {
  const packages = plainText(requirements.join(', '));
  switch (fault.kind) {
    case 'offline':
      return vscode.l10n.t(
        '{0} was not installed: you are offline, or the package index cannot be reached. Connect and try again.',
        packages,
      );
    case 'inUse':
      return vscode.l10n.t(
        '{0} was not installed, since a program still runs in the lab environment. Stop it and try again.',
        packages,
      );
    case 'refused':
      return fault.detail === ''
        ? vscode.l10n.t('{0} was not installed. The log tells more.', packages)
        : vscode.l10n.t('{0} was not installed: {1}', packages, plainText(fault.detail));
  }
}
