/** One check in the Python Debugger: breakpoints in the learner's own file hold. */
import { steppedCase } from '../../app/exercise/steppedCase.js';
import { hasPythonDebugger, inPythonDebugger } from '../../hosts/vscode/pythonDebugger.js';
import type { ExerciseChecks } from './exerciseChecks.js';
import type { ExerciseServices } from './exercisePanel.js';

/** The program that makes the check; the learner's module is not beside it. */
const program = 'debug_check.py';

/** Resolves when the debugger has ended, or did not start, of which the user was told. */
export async function debugCase(
  services: ExerciseServices,
  checks: ExerciseChecks,
  name: string,
): Promise<void> {
  if (!(await hasPythonDebugger())) return;
  const interpreter = await checks.python('outside');
  if (!interpreter) return;
  const { exercise, file } = checks;
  const { code, files = [] } = steppedCase(exercise, name, await file.text());
  const beside = files.filter(({ path }) => path !== `${exercise.module}.py`);
  const texts = new Map(
    [...beside, { path: program, text: code }].map((each) => [each.path, each.text]),
  );
  const { paths } = services.machine;
  const run = await services.files.runFolder(texts);
  try {
    await inPythonDebugger(services.launches, {
      title: name,
      file: paths.join(run.folder, program),
      cwd: run.folder,
      python: interpreter.executable,
      path: paths.dirname(file.uri.fsPath),
    });
  } finally {
    await run.dispose();
  }
}
