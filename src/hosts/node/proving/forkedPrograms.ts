/** Many small programs, each by itself, in forks of one interpreter: starting one anew takes several times as long. */
import * as v from 'valibot';
import type { Snippet } from '../../../core/pack/pack.js';
import type { CheckRun } from '../../../core/quiz/codeCheck.js';
import { programSnippet } from '../../../app/proving/programSnippet.js';
import type { ProgramOutput } from '../../../app/proving/provingPython.js';
import { forkScript } from './forkScript.js';

const printed = v.array(v.tuple([v.nullable(v.number()), v.boolean(), v.string(), v.string()]));

/**
 * @param seconds that each may take
 * @param run runs the program that forks
 */
export async function runForked(
  programs: readonly string[],
  seconds: number,
  run: (snippet: Snippet) => Promise<ProgramOutput>,
): Promise<readonly CheckRun[]> {
  const { stdout, stderr } = await run({
    ...programSnippet(forkScript),
    files: programs.map((text, at) => ({ path: `${String(at)}.py`, text })),
    stdin: `${String(programs.length)} ${String(seconds)}`,
    timeout: programs.length * seconds,
  });
  const results = v.safeParse(printed, JSON.parse(stdout === '' ? 'null' : stdout));
  if (!results.success) throw new Error(`The programs could not be run in forks: ${stderr}`);
  return results.output.map(([code, late, stdout, stderr]) => ({ code, late, stdout, stderr }));
}
