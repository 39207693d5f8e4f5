/** Runs what a learner wrote, and code that an item shows, with the user's own Python. */
import * as vscode from 'vscode';
import type { CodeItem, OutputItem } from '../../core/pack/pack.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { unmetNeeds } from '../../core/python/needs.js';
import { faultMessage } from '../../hosts/vscode/messages/faultMessage.js';
import { needsMessage } from '../../hosts/vscode/messages/needMessages.js';
import { checkProgram, checkResult, checkSeconds } from '../../core/quiz/codeCheck.js';
import type { Checked, CheckResult } from '../../core/quiz/grade.js';
import type { RunResult } from '../../app/running/pythonServices.js';
import type { Services } from '../../hosts/vscode/services.js';

type RunServices = Pick<Services, 'files' | 'interpreters' | 'runner'>;

/** One result a check, or a sentence for the user that says why the code could not be run. */
export async function checkCode(
  services: RunServices,
  item: CodeItem,
  code: string,
): Promise<Checked> {
  try {
    return await runChecks(services, item, code);
  } catch (error) {
    return { unchecked: faultMessage(error) };
  }
}

async function runChecks(
  services: RunServices,
  item: CodeItem,
  code: string,
): Promise<readonly CheckResult[]> {
  const interpreter = await usableInterpreter(services, item.python);
  const results: CheckResult[] = [];
  for (const check of item.checks) {
    // Code that ends the process before the check is through must not pass.
    const reached = crypto.randomUUID();
    const program = checkProgram(code, check, reached);
    const result = await runPython(services, interpreter, program);
    // That Python could not be started says nothing about the answer.
    if (result.error !== undefined) throw new Error(result.error);
    const late = result.ended === 'timeout';
    results.push(checkResult(check, { ...result, late }, reached));
    // Each further check would take as long again.
    if (late) break;
  }
  return results;
}

/** What code of an item prints, errors included. */
export async function runOutput(
  services: RunServices,
  { python }: CodeItem | OutputItem,
  code: string,
): Promise<string> {
  const interpreter = await usableInterpreter(services, python);
  const result = await runPython(services, interpreter, code);
  const ending = result.ended === 'timeout' ? `\n(ended after ${checkSeconds} seconds)` : '';
  return `${result.stdout}${result.stderr}${result.error ?? ''}${ending}`;
}

async function usableInterpreter(services: RunServices, python: string): Promise<Interpreter> {
  const interpreter = await services.interpreters.current();
  if (!interpreter) {
    throw new Error(
      vscode.l10n.t(
        'No Python was found. Install Python 3.10 or newer, or choose one with “Select Interpreter”.',
      ),
    );
  }
  const [unmet] = unmetNeeds({ python, requires: [] }, interpreter);
  if (unmet) throw new Error(needsMessage([unmet], interpreter));
  return interpreter;
}

async function runPython(
  { files, runner }: RunServices,
  interpreter: Interpreter,
  text: string,
): Promise<RunResult> {
  const prepared = await files.runFolder(new Map([['answer.py', text]]));
  try {
    const { folder } = prepared;
    const file = vscode.Uri.joinPath(vscode.Uri.file(folder), 'answer.py').fsPath;
    const run = runner.start(
      { interpreter, file, cwd: folder, stdin: '', isolated: true, timeout: checkSeconds },
      () => undefined,
    );
    run.endInput();
    return await run.result;
  } finally {
    await prepared.dispose();
  }
}
