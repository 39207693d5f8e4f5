/** Judges what a learner wrote by the checks of its item, with a Python of the user's. */
import { checkedCode, checkResult, checkSeconds } from '../../core/quiz/codeCheck.js';
import type { CheckResult } from '../../core/quiz/grade.js';
import { judgeScript } from '../../core/quiz/judgeScript.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import type { Files } from '../files.js';
import type { PathSyntax } from '../ports.js';
import type { Runner, RunResult } from '../running/pythonServices.js';

export interface JudgeServices {
  readonly files: Pick<Files, 'runFolder'>;
  readonly runner: Pick<Runner, 'start'>;
  readonly paths: Pick<PathSyntax, 'join'>;
}

/** The file in which the learner's code stands when it runs. */
const answerFile = 'answer.py';
const judgeFile = 'judge.py';

/**
 * One result a check; none for those after one that takes too long.
 *
 * @throws Error with a sentence for the user when Python cannot be started, and `Untrusted` where nothing may be run
 */
export async function judgeCode(
  services: JudgeServices,
  interpreter: Interpreter,
  code: string,
  checks: readonly string[],
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    // Code that ends the process before the check is through must not pass.
    const reached = crypto.randomUUID();
    const result = await judged(services, interpreter, checkedCode(code, check), reached);
    // That Python could not be started says nothing about the answer.
    if (result.error !== undefined) throw new Error(result.error);
    const late = result.ended === 'timeout';
    results.push(checkResult(check, { ...result, late }, reached));
    // Each further check would take as long again.
    if (late) break;
  }
  return results;
}

/** Runs code of an item as it stands, without input, and apart from all that is the user's. */
export function runAnswer(
  services: JudgeServices,
  interpreter: Interpreter,
  code: string,
): Promise<RunResult> {
  return runIn(services, interpreter, new Map([[answerFile, code]]), answerFile, '');
}

function judged(
  services: JudgeServices,
  interpreter: Interpreter,
  program: string,
  reached: string,
): Promise<RunResult> {
  const texts = new Map([
    [answerFile, program],
    [judgeFile, judgeScript],
  ]);
  return runIn(services, interpreter, texts, judgeFile, `${reached}\n`);
}

async function runIn(
  { files, runner, paths }: JudgeServices,
  interpreter: Interpreter,
  texts: ReadonlyMap<string, string>,
  main: string,
  stdin: string,
): Promise<RunResult> {
  const prepared = await files.runFolder(texts);
  try {
    const { folder } = prepared;
    const file = paths.join(folder, main);
    const run = runner.start(
      { interpreter, file, cwd: folder, stdin, isolated: true, timeout: checkSeconds },
      () => undefined,
    );
    run.endInput();
    return await run.result;
  } finally {
    await prepared.dispose();
  }
}
