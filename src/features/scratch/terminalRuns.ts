/** Runs scratch files in a terminal of their own, with the user's interpreter and the user's keyboard. */
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Snippet } from '../../core/pack/pack.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { Services } from '../../platform/services.js';
import { askForPython } from './askForPython.js';

export class TerminalRuns {
  constructor(private readonly services: Pick<Services, 'interpreters' | 'pythons'>) {}

  /** Saves what is open of it, asks when the interpreter lacks something, and starts it. */
  async run(file: string, question: string, snippet: Snippet | undefined): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      const manage = vscode.l10n.t('Manage Workspace Trust');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('Code is not run in Restricted Mode. Trust this workspace to run snippets.'),
        manage,
      );
      if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
      return;
    }
    await saveAllIn(dirname(file));
    const interpreter = await askForPython(this.services, question, snippet);
    if (interpreter) await vscode.tasks.executeTask(taskFor(file, interpreter));
  }
}

async function saveAllIn(folder: string): Promise<void> {
  const root = `${vscode.Uri.file(folder).path}/`;
  for (const document of vscode.workspace.textDocuments) {
    const { uri, isDirty } = document;
    if (!isDirty || uri.scheme !== 'file' || !uri.path.startsWith(root)) continue;
    if (!(await document.save())) {
      throw new Error(
        vscode.l10n.t('{0} could not be saved, so it was not run.', basename(uri.fsPath)),
      );
    }
  }
}

function taskFor(file: string, interpreter: Interpreter): vscode.Task {
  const execution = new vscode.ProcessExecution(interpreter.executable, [file], {
    cwd: dirname(file),
    env: { PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
  });
  const scope = vscode.workspace.workspaceFolders
    ? vscode.TaskScope.Workspace
    : vscode.TaskScope.Global;
  // The file belongs to the task's identity, so that each has a terminal of its own and keeps it.
  const task = new vscode.Task(
    { type: 'interviewLab', file },
    scope,
    basename(file),
    vscode.l10n.t('Python Interview Lab'),
    execution,
    [],
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Dedicated,
    focus: true,
    clear: true,
    echo: true,
    showReuseMessage: false,
  };
  return task;
}
