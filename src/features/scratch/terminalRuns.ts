/** Runs scratch files in a terminal of their own, with the user's interpreter and the user's keyboard. */
import type { Snippet } from '../../core/pack/pack.js';
import { saveAllIn } from '../../hosts/vscode/saveAllIn.js';
import type { Services } from '../../hosts/vscode/services.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';
import { askForPython } from '../../hosts/vscode/interpreters/askForPython.js';

/**
 * As package.json declares them: one for each number of lines between the frame in a scratch file and the error, and
 * one for all that are further apart. Only a pattern that loops takes any number of lines, and VS Code ends the loop at
 * the first line that gives no problem of its own (`tryFindMarker` in its problemCollectors.ts): so the lines between
 * give one note on where the error came from, and those after it have the same key and are dropped.
 */
const problemMatchers = [0, 1, 2, 3, 4, 5, 'deep'].map((lines) => `$interviewLab-python-${lines}`);

export class TerminalRuns {
  private readonly didRun = new ContextKey('interviewLab.did.run');

  constructor(
    private readonly services: Pick<Services, 'interpreters' | 'pythons' | 'launches' | 'machine'>,
  ) {}

  /** Saves what is open of it, asks when the interpreter lacks something, and starts it. */
  async run(file: string, question: string, snippet: Snippet | undefined): Promise<void> {
    const { paths } = this.services.machine;
    const cwd = paths.dirname(file);
    await saveAllIn(cwd);
    const interpreter = await askForPython(this.services, question, snippet);
    if (!interpreter) return;
    await this.services.launches.inTerminal({
      name: paths.basename(file),
      file,
      command: interpreter.executable,
      args: [file],
      cwd,
      env: { PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
      problemMatchers,
    });
    this.didRun.set(true);
  }
}
