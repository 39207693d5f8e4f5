/** Runs what a learner wrote, and code that an item shows, with the user's own Python. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { CodeItem, OutputItem } from '../../core/pack/pack.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { unmetNeeds } from '../../core/python/needs.js';
import { needsInWords } from '../../platform/python/needWords.js';
import type { Checked, CheckResult } from '../../core/quiz/grade.js';
import type { RunResult } from '../../platform/python/pythonServices.js';
import { prepareFolder } from '../../platform/scratch/runFolder.js';
import type { Services } from '../../platform/services.js';

type RunServices = Pick<Services, 'interpreters' | 'runner'>;

/** Seconds. */
const timeLimit = 10;

/** One result a check, or a sentence for the user that says why the code could not be run. */
export async function checkCode(
  services: RunServices,
  item: CodeItem,
  code: string,
): Promise<Checked> {
  try {
    return await runChecks(services, item, code);
  } catch (error) {
    return { unchecked: error instanceof Error ? error.message : String(error) };
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
    const reached = randomUUID();
    const program = `${code}\n\n${check}\nprint("\\n${reached}")\n`;
    const result = await runPython(services, interpreter, program);
    // That Python could not be started says nothing about the answer.
    if (result.error !== undefined) throw new Error(result.error);
    results.push(checkResult(check, result, result.stdout.trimEnd().endsWith(reached)));
    // Each further check would take as long again.
    if (result.ended === 'timeout') break;
  }
  return results;
}

/** What the item's code prints, errors included. */
export async function runOutput(services: RunServices, item: OutputItem): Promise<string> {
  const interpreter = await usableInterpreter(services, item.python);
  const result = await runPython(services, interpreter, item.code);
  const ending = result.ended === 'timeout' ? `\n(ended after ${timeLimit} seconds)` : '';
  return `${result.stdout}${result.stderr}${result.error ?? ''}${ending}`;
}

async function usableInterpreter(services: RunServices, python: string): Promise<Interpreter> {
  if (!vscode.workspace.isTrusted) {
    throw new Error(
      vscode.l10n.t('Code is not run in Restricted Mode. Trust this workspace, or skip this item.'),
    );
  }
  const interpreter = await services.interpreters.current();
  if (!interpreter) {
    throw new Error(
      vscode.l10n.t(
        'No Python was found. Install Python 3.10 or newer, or choose one with “Select Interpreter”.',
      ),
    );
  }
  const [unmet] = unmetNeeds({ python, requires: [] }, interpreter);
  if (unmet) throw new Error(needsInWords([unmet], interpreter));
  return interpreter;
}

async function runPython(
  { runner }: RunServices,
  interpreter: Interpreter,
  text: string,
): Promise<RunResult> {
  const prepared = await prepareFolder({ 'answer.py': text }, undefined);
  try {
    const { folder } = prepared;
    const file = vscode.Uri.joinPath(vscode.Uri.file(folder), 'answer.py').fsPath;
    const run = runner.start(
      { interpreter, file, cwd: folder, stdin: '', timeout: timeLimit },
      () => undefined,
    );
    run.endInput();
    return await run.result;
  } finally {
    await prepared.dispose();
  }
}

function checkResult(check: string, result: RunResult, reached: boolean): CheckResult {
  const expected = lastAssertion(check);
  if (result.code === 0 && reached) return { passed: true, message: expected };
  const failure = (what: string): CheckResult => ({
    passed: false,
    message: `Expected: ${expected}\n${what}`,
  });
  if (result.ended === 'timeout') return failure(`It did not end within ${timeLimit} seconds.`);
  const lines = result.stderr.trimEnd().split('\n');
  const raised = lines.findLastIndex((line) =>
    /^\w[\w.]*(?:Error|Exception|Group|Interrupt)\b/.test(line),
  );
  if (raised < 0) return failure('It ended before the check was through.');
  const error = lines.slice(raised).join('\n').slice(0, 1000);
  if (error.startsWith('AssertionError: ')) {
    return { passed: false, message: error.replace('AssertionError', 'Expected') };
  }
  return error === 'AssertionError' ? failure('It does not hold.') : failure(`It raised ${error}`);
}

/** What a check's last assertion says must hold; the check itself when it says nothing. */
function lastAssertion(check: string): string {
  const message = [...check.matchAll(/,\s*f?"([^"\n]+)"\s*\)?$/gm)].at(-1)?.[1];
  return message?.replace(/,?\s*(?:but )?got \{.*$/, '') ?? check.trim();
}
