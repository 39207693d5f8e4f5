/** Runs one snippet on several Pythons, one after the other, and keeps what each prints. */
import { compareOutput } from '../../core/outputComparison.js';
import type { Printed } from '../../core/outputGroups.js';
import type { Question, Snippet } from '../../core/pack/pack.js';
import { isBuiltIn } from '../../core/python/builtIn.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { unmetNeeds } from '../../core/python/needs.js';
import type { UnmetNeed } from '../../core/python/needs.js';
import { compareVersions } from '../../core/python/versions.js';
import { shownText } from '../../core/terminal/terminal.js';
import { usable } from '../interpreters/interpreterSearch.js';
import type { Scratch } from '../scratch/scratch.js';
import { endedBy } from './endedBy.js';
import type { Runner, RunResult } from './pythonServices.js';

/**
 * One of each kind that is new enough: environments of one Python print the same, so that it is the one which has what
 * the snippet needs, where there is one.
 */
export function oneOfEach(
  interpreters: readonly Interpreter[],
  snippet: Snippet,
): readonly Interpreter[] {
  const kinds = new Map<string, Interpreter>();
  for (const each of interpreters) {
    if (compareVersions(each.version, usable) < 0) continue;
    const kind = JSON.stringify([
      each.implementation,
      each.version,
      each.freeThreaded,
      isBuiltIn(each),
    ]);
    const known = kinds.get(kind);
    if (!known || unmetNeeds(snippet, known).length > unmetNeeds(snippet, each).length)
      kinds.set(kind, each);
  }
  return [...kinds.values()];
}

/** Seconds; a snippet that has no end of its own has one here. */
const longest = 30;

export interface ComparedRuns {
  readonly printed: readonly Printed[];
  /** Those that lack something. */
  readonly left: readonly { readonly python: string; readonly unmet: readonly UnmetNeed[] }[];
  /** Whether the learner's own version ran. */
  readonly changed: boolean;
}

export interface ComparedRunsWords {
  name(interpreter: Interpreter): string;
  /** How it ended, as a last line; empty where it did as the author says. */
  ending(result: RunResult, snippet: Snippet): string;
}

/**
 * @param before hears of each Python before it runs
 * @param signal ends the program that runs; undefined is the answer then
 */
export async function comparedRuns(
  { runner, scratch }: { readonly runner: Runner; readonly scratch: Scratch },
  { id }: Pick<Question, 'id'>,
  snippet: Snippet,
  interpreters: readonly Interpreter[],
  words: ComparedRunsWords,
  before: (python: string) => void,
  signal: AbortSignal,
): Promise<ComparedRuns | undefined> {
  const folder = scratch.folderOf(id, snippet);
  const printed: Printed[] = [];
  const left: { python: string; unmet: readonly UnmetNeed[] }[] = [];
  let changed = false;
  for (const interpreter of interpreters) {
    const python = words.name(interpreter);
    const unmet = unmetNeeds(snippet, interpreter);
    if (unmet.length > 0) {
      left.push({ python, unmet });
      continue;
    }
    before(python);
    const prepared = await scratch.prepareRun(id, snippet, false);
    changed ||= prepared.changed;
    try {
      const output: string[] = [];
      const run = runner.start(
        {
          interpreter,
          file: prepared.file,
          cwd: prepared.cwd,
          stdin: snippet.stdin,
          timeout: Math.min(snippet.timeout, longest),
        },
        ({ text }) => output.push(text),
      );
      const result = await endedBy(run, signal);
      if (signal.aborted) return undefined;
      const shown = shownText(output.join('').replaceAll(prepared.cwd, () => folder));
      const isWhole = shown === '' || shown.endsWith('\n');
      const text = `${shown}${isWhole ? '' : '\n'}${words.ending(result, snippet)}`;
      const { compared, matches } = compareOutput(snippet.expected, result, interpreter.version);
      const isJudged = compared.length > 0 && !prepared.changed;
      printed.push({ python, text, ...(isJudged ? { asExpected: matches } : {}) });
    } finally {
      await prepared.dispose();
    }
  }
  return { printed, left, changed };
}
