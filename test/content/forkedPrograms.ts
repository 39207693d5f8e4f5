/** Many small programs, each by itself, in forks of one interpreter: starting one anew takes several times as long. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { Snippet } from '../../src/core/pack/pack.js';
import type { CheckRun } from '../../src/core/quiz/codeCheck.js';
import { programSnippet } from './programSnippet.js';
import type { ProgramOutput } from './wasmPython.js';

const program = join(dirname(fileURLToPath(import.meta.url)), 'forkedPrograms.py');
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
    ...programSnippet(await readFile(program, 'utf8')),
    files: programs.map((text, at) => ({ path: `${String(at)}.py`, text })),
    stdin: `${String(programs.length)} ${String(seconds)}`,
    timeout: programs.length * seconds,
  });
  const results = v.safeParse(printed, JSON.parse(stdout === '' ? 'null' : stdout));
  if (!results.success) throw new Error(`${program}: ${stderr}`);
  return results.output.map(([code, late, stdout, stderr]) => ({ code, late, stdout, stderr }));
}
