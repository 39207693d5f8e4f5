/** Programs that VS Code itself starts for us: in a terminal, or in the Python Debugger. */
import * as vscode from 'vscode';
import type { Trust } from '../../app/ports.js';
import { mustBeTrusted } from '../../app/running/gate.js';
import { plainText } from '../../core/plainText.js';

export interface TerminalLaunch {
  /** For the user. */
  readonly name: string;
  /** Absolute path; each has a terminal of its own. */
  readonly file: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly problemMatchers: readonly string[];
}

/** Both methods reject with `Untrusted` where nothing may be run. */
export class EditorLaunches {
  constructor(private readonly trust: Trust) {}

  async inTerminal(launch: TerminalLaunch): Promise<void> {
    mustBeTrusted(this.trust);
    const { file, name, command, args, cwd, env } = launch;
    const scope = vscode.workspace.workspaceFolders
      ? vscode.TaskScope.Workspace
      : vscode.TaskScope.Global;
    // The file belongs to the task's identity, so that each has a terminal of its own and keeps it.
    const task = new vscode.Task(
      { type: 'interviewLab', file },
      scope,
      plainText(name),
      vscode.l10n.t('Python Interview Lab'),
      new vscode.ProcessExecution(command, [...args], { cwd, env: { ...env } }),
      [...launch.problemMatchers],
    );
    task.presentationOptions = {
      reveal: vscode.TaskRevealKind.Always,
      panel: vscode.TaskPanelKind.Dedicated,
      focus: true,
      clear: true,
      echo: true,
      showReuseMessage: false,
    };
    await vscode.tasks.executeTask(task);
  }

  /** False when the debugger did not start, of which it tells the user itself. */
  async inDebugger(configuration: vscode.DebugConfiguration): Promise<boolean> {
    mustBeTrusted(this.trust);
    return vscode.debug.startDebugging(undefined, configuration);
  }
}
