/** Why a program could not be started, in words for the user. */
import * as vscode from 'vscode';
import type { StartFault } from '../../../app/running/startFault.js';

/** One sentence, with what to do about it. */
export function startFaultMessage(fault: StartFault): string {
  switch (fault.kind) {
    case 'noFolder':
      return vscode.l10n.t('The folder “{0}” to run in is gone: run it again.', fault.folder);
    case 'missing':
      return vscode.l10n.t(
        '“{0}” could not be started, since there is no such file: select another interpreter.',
        fault.command,
      );
    case 'notExecutable':
      return vscode.l10n.t(
        '“{0}” could not be started, since it may not be executed: select another interpreter.',
        fault.command,
      );
    case 'noRoom':
      return vscode.l10n.t(
        '“{0}” could not be started, since the system has no room for another process: stop some programs and run it again.',
        fault.command,
      );
    case 'refused':
      return vscode.l10n.t(
        '“{0}” could not be started, since the system says “{1}”: select another interpreter.',
        fault.command,
        fault.said,
      );
  }
}
