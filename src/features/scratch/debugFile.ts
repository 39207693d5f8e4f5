import * as vscode from 'vscode';
import type { Snippet } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import { saveAllIn } from '../../hosts/vscode/saveAllIn.js';
import type { Services } from '../../hosts/vscode/services.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';

const debuggerId = 'ms-python.debugpy';

/** Debugs a scratch file itself, so that its breakpoints are kept; offers the Python Debugger where it is missing. */
export async function debugFile(
  services: Pick<Services, 'interpreters' | 'pythons' | 'launches' | 'machine'>,
  file: string,
  question: string,
  snippet: Snippet | undefined,
): Promise<void> {
  if (!vscode.extensions.getExtension(debuggerId)) {
    await offerDebugger();
    return;
  }
  const { paths } = services.machine;
  const cwd = paths.dirname(file);
  await saveAllIn(cwd);
  const interpreter = await askForPython(services, question, snippet);
  if (!interpreter) return;
  const started = await services.launches.inDebugger({
    type: 'debugpy',
    request: 'launch',
    name: vscode.l10n.t('Debug {0}', plainText(paths.basename(file))),
    program: file,
    cwd,
    python: interpreter.executable,
    console: 'integratedTerminal',
    env: { PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (!started) {
    throw new Error(
      vscode.l10n.t('The Python Debugger did not start. Its own message or log says why.'),
    );
  }
}

async function offerDebugger(): Promise<void> {
  const show = vscode.l10n.t('Show Extension');
  const answer = await notifications.info(
    vscode.l10n.t('Debugging needs the Python Debugger extension, which is not installed.'),
    show,
  );
  if (answer === show)
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${debuggerId}`);
}
