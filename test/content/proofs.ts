/** What of a pack is proved by running it: snippets against their expected output, quiz keys against their checks. */
import { randomUUID } from 'node:crypto';
import type { ItemProof, Question, Quiz, QuizItem, Snippet } from '../../src/core/pack/pack.js';
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
      const { stdout, stderr, code, signal } = await python.run(snippet);
      if ((code ?? signal) !== snippet.exit) return `exit code ${String(code)}\n${stderr.slice(-800)}`;
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

/** The keys of what an item prints. */
export function outputProofs(quiz: Quiz, item: QuizItem): readonly Proof[] {
  if (item.kind !== 'output' || item.snippet !== undefined) return [];
  const expected = [{ stream: 'stdout' as const, text: item.answer, unordered: false }];
  return [snippetProof(`${quiz.id}#${item.id}`, { ...program(item.python, item.code), expected })];
}

/** The programs that an author gave to prove an item by. */
export function checksProofs(quizId: string, proof: ItemProof): readonly Proof[] {
  const name = `${quizId}#${proof.item}`;
  const { starter, right, wrong } = proof;
  return [
    ...(starter === undefined
      ? []
      : [
          checksProof(`${name} starter`, proof, starter, (passed) =>
            passed.some(Boolean) ? `the starter passes check ${String(passed.indexOf(true) + 1)}` : undefined,
          ),
        ]),
    ...right.map((code, at) =>
      checksProof(`${name} right program ${String(at + 1)}`, proof, code, (passed) =>
        passed.every(Boolean) ? undefined : 'a right program fails',
      ),
    ),
    ...wrong.map(({ code, misconception }, at) =>
      checksProof(`${name} wrong program ${String(at + 1)}`, proof, code, (passed) =>
        passed.every(Boolean) ? `a wrong program passes every check (${misconception})` : undefined,
      ),
    ),
  ];
}

/** Makes each check as the quiz does. `judge` hears which passed and says what is wrong with that. */
function checksProof(
  name: string,
  { python: range, checks }: ItemProof,
  code: string,
  judge: (passed: readonly boolean[]) => string | undefined,
): Proof {
  return {
    name,
    snippet: program(range, `${code}\n${checks.join('\n')}`),
    prove: async (python) => {
      const passed: boolean[] = [];
      const messages: string[] = [];
      for (const check of checks) {
        const reached = randomUUID();
        const run = await python.run(program(range, checkProgram(code, check, reached)));
        const result = checkResult(check, { ...run, late: false }, reached);
        passed.push(result.passed);
        if (!result.passed) messages.push(result.message);
      }
      const fault = judge(passed);
      return fault === undefined ? undefined : [fault, ...messages].join('\n');
    },
  };
}

function program(python: string, code: string): Snippet {
  return {
    name: 'answer', code, line: 0, python, requires: [], files: [], expected: [], timeout: checkSeconds, stdin: '', exit: 0,
  };
}
