import type { Snippet } from '../../core/pack/pack.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';
import { hasPythonDebugger, inPythonDebugger } from '../../hosts/vscode/pythonDebugger.js';
import { saveAllIn } from '../../hosts/vscode/saveAllIn.js';
import type { Services } from '../../hosts/vscode/services.js';

/** Debugs a scratch file itself, so that its breakpoints are kept; offers the Python Debugger where it is missing. */
export async function debugFile(
  services: Pick<Services, 'interpreters' | 'pythons' | 'launches' | 'machine'>,
  file: string,
  question: string,
  snippet: Snippet | undefined,
): Promise<void> {
  if (!(await hasPythonDebugger())) return;
  const { paths } = services.machine;
  const cwd = paths.dirname(file);
  await saveAllIn(cwd);
  const interpreter = await askForPython(services, question, snippet);
  if (!interpreter) return;
  const python = interpreter.executable;
  await inPythonDebugger(services.launches, { title: paths.basename(file), file, cwd, python });
}
