/** Runs scratch files in a terminal of their own, with the user's interpreter and the user's keyboard. */
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Snippet } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { saveAllIn } from '../../platform/scratch/saveAllIn.js';
import type { Services } from '../../platform/services.js';
import { askForPython } from './askForPython.js';
import { isTrustedOrTell } from './beforeRunning.js';

/**
 * As package.json declares them: one for each number of lines between the frame in a scratch file and the error, and
 * one for all that are further apart. Only a pattern that loops takes any number of lines, and VS Code ends the loop at
 * the first line that gives no problem of its own (`tryFindMarker` in its problemCollectors.ts): so the lines between
 * give one note on where the error came from, and those after it have the same key and are dropped.
 */
const problemMatchers = [0, 1, 2, 3, 4, 5, 'deep'].map((lines) => `$interviewLab-python-${lines}`);

export class TerminalRuns {
  constructor(private readonly services: Pick<Services, 'interpreters' | 'pythons'>) {}

  /** Saves what is open of it, asks when the interpreter lacks something, and starts it. */
  async run(file: string, question: string, snippet: Snippet | undefined): Promise<void> {
    if (!(await isTrustedOrTell())) return;
    await saveAllIn(dirname(file));
    const interpreter = await askForPython(this.services, question, snippet);
    if (interpreter) await vscode.tasks.executeTask(taskFor(file, interpreter));
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
    plainText(basename(file)),
    vscode.l10n.t('Python Interview Lab'),
    execution,
    problemMatchers,
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
