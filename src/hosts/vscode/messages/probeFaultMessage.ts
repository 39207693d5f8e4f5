/** Why something is no interpreter to use, in words for the user. */
import * as vscode from 'vscode';
import type { ProbeFault } from '../../../app/interpreters/probe.js';

/** One sentence, with what to do about it. */
export function probeFaultMessage(fault: ProbeFault): string {
  const { command } = fault;
  switch (fault.kind) {
    case 'missing':
      return vscode.l10n.t('There is no file “{0}”: choose the Python executable itself.', command);
    case 'folder':
      return vscode.l10n.t(
        '“{0}” is a folder: choose the Python executable in it, such as {1}.',
        command,
        command.includes('\\') ? `${command}\\Scripts\\python.exe` : `${command}/bin/python`,
      );
    case 'noFile':
      return vscode.l10n.t(
        '“{0}” is not a file that can be run: choose a Python executable.',
        command,
      );
    case 'notExecutable':
      return vscode.l10n.t('“{0}” may not be executed: choose a Python executable.', command);
    case 'storeStub':
      return vscode.l10n.t(
        '“{0}” is the placeholder of the Microsoft Store, not Python: install Python or choose another one.',
        command,
      );
    case 'slow':
      return vscode.l10n.t(
        '“{0}” did not answer within {1} seconds: choose another Python, or try again.',
        command,
        fault.seconds,
      );
    case 'noPython':
      return fault.said === ''
        ? vscode.l10n.t('“{0}” is not a working Python: choose another one.', command)
        : vscode.l10n.t(
            '“{0}” is not a working Python: it says “{1}”. Choose another one.',
            command,
            fault.said,
          );
    case 'strange':
      return vscode.l10n.t(
        '“{0}” did not answer as a Python does: choose a Python executable.',
        command,
      );
    case 'tooOld':
      return vscode.l10n.t(
        '“{0}” is Python {1}, which is too old: choose Python 3.10 or newer.',
        command,
        fault.version,
      );
  }
}
