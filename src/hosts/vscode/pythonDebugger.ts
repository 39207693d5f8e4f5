/** The Python Debugger, an extension of its own: started where it is there, offered where it is missing. */
import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import { plainText } from '../../core/plainText.js';
import type { EditorLaunches } from './editorLaunches.js';
import { notifications } from './ui/notifications.js';

const debuggerId = 'ms-python.debugpy';

export interface DebuggedProgram {
  /** For the user. */
  readonly title: string;
  /** Absolute paths. */
  readonly file: string;
  readonly cwd: string;
  readonly python: string;
  /** Absolute path of a folder to import from. */
  readonly path?: string;
}

/** Whether it is there; when it is not, it is offered. */
export async function hasPythonDebugger(): Promise<boolean> {
  if (vscode.extensions.getExtension(debuggerId)) return true;
  const show = vscode.l10n.t('Show Extension');
  const answer = await notifications.info(
    vscode.l10n.t('Debugging needs the Python Debugger extension, which is not installed.'),
    show,
  );
  if (answer === show)
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${debuggerId}`);
  return false;
}

/**
 * Resolves when the session has ended. Rejects with a sentence for the user when it does not start, and with `Untrusted`
 * where nothing may be run.
 */
export async function inPythonDebugger(
  launches: EditorLaunches,
  { title, file, cwd, python, path }: DebuggedProgram,
): Promise<void> {
  const name = vscode.l10n.t('Debug {0}', plainText(title));
  const ended = sessionEnd(name);
  try {
    const started = await launches.inDebugger({
      type: 'debugpy',
      request: 'launch',
      name,
      program: file,
      cwd,
      python,
      console: 'integratedTerminal',
      env: {
        PYTHONUTF8: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        ...(path === undefined ? {} : { PYTHONPATH: path }),
      },
    });
    if (!started)
      throw new Error(
        vscode.l10n.t('The Python Debugger did not start. Its own message or log says why.'),
      );
    await ended.promise;
  } finally {
    ended.dispose();
  }
}

/** Listens from before the start on: a short program may have ended when its start is told. */
function sessionEnd(name: string): { readonly promise: Promise<void>; dispose(): void } {
  const store = new DisposableStore();
  const promise = new Promise<void>((resolve) => {
    store.add(
      vscode.debug.onDidTerminateDebugSession((session) => {
        if (session.name === name) resolve();
      }),
    );
  });
  return {
    promise,
    dispose: () => {
      store.dispose();
    },
  };
}
