/** What of a pack is proved by running it: snippets against their expected output, quiz keys against their checks. */
import { randomUUID } from 'node:crypto';
import type { Question, Quiz, QuizItem, Snippet } from '../../src/core/pack/pack.js';
import { compareOutput } from '../../src/core/outputComparison.js';
import { checkProgram, checkResult, checkSeconds } from '../../src/core/quiz/codeCheck.js';
import type { ContentPython } from './interpreters.js';

export interface Proof {
  readonly name: string;
  /** What an interpreter must offer for it. */
  readonly snippet: Snippet;
  /** What is wrong, or undefined. */
  prove(python: ContentPython): Promise<string | undefined>;
}

export function snippetProof(name: string, snippet: Snippet): Proof {
  return {
    name,
    snippet,
    prove: async (python) => {
      const { stdout, stderr, code } = await python.run(snippet);
      if (code !== snippet.exit) return `exit code ${String(code)}\n${stderr.slice(-800)}`;
      const result = compareOutput(snippet.expected, { stdout, stderr }, python.version);
      if (result.compared.length === 0) return 'no expected output fits';
      if (result.matches) return undefined;
      return result.diff.map(({ kind, text }) => `${{ same: ' ', missing: '-', extra: '+' }[kind]} ${text}`).join('\n');
    },
  };
}

export function questionProofs(question: Question): readonly Proof[] {
  return question.code.map((snippet) => snippetProof(`${question.id}/${snippet.name}`, snippet));
}

export function itemProofs(quiz: Quiz, item: QuizItem): readonly Proof[] {
  const name = `${quiz.id}#${item.id}`;
  if (item.kind === 'output' && item.snippet === undefined) {
    const expected = [{ stream: 'stdout' as const, text: item.answer, unordered: false }];
    return [snippetProof(name, { ...program(item, item.code), expected })];
  }
  if (item.kind !== 'code') return [];
  return [
    checksProof(`${name} solution`, item, item.solution, item.checks, (passed) =>
      passed.every(Boolean) ? undefined : 'the solution fails',
    ),
    checksProof(`${name} starter`, item, item.starter, item.checks, (passed) =>
      passed.every(Boolean) ? 'the starter passes every check' : undefined,
    ),
  ];
}

/** Makes each check as the quiz does. `judge` hears which passed and says what is wrong with that. */
function checksProof(
  name: string,
  item: QuizItem,
  code: string,
  checks: readonly string[],
  judge: (passed: readonly boolean[]) => string | undefined,
): Proof {
  return {
    name,
    snippet: program(item, `${code}\n${checks.join('\n')}`),
    prove: async (python) => {
      const passed: boolean[] = [];
      const messages: string[] = [];
      for (const check of checks) {
        const reached = randomUUID();
        const run = await python.run(program(item, checkProgram(code, check, reached)));
        const result = checkResult(check, { ...run, late: false }, reached);
        passed.push(result.passed);
        if (!result.passed) messages.push(result.message);
      }
      const fault = judge(passed);
      return fault === undefined ? undefined : [fault, ...messages].join('\n');
    },
  };
}

function program({ python }: QuizItem, code: string): Snippet {
  return {
    name: 'answer', code, line: 0, python, requires: [], files: [], expected: [], timeout: checkSeconds, stdin: '', exit: 0,
  };
}
