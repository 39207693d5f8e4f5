/** What of a pack is proved by running it: snippets against their expected output, quiz keys against their checks. */
import { randomUUID } from 'node:crypto';
import type { ItemProof, Question, Quiz, QuizItem, Snippet } from '../../src/core/pack/pack.js';
import { compareOutput } from '../../src/core/outputComparison.js';
import { checkProgram, checkResult, checkSeconds } from '../../src/core/quiz/codeCheck.js';
import type { ContentPython } from './interpreters.js';
import { programSnippet } from './programSnippet.js';

/** Seconds for the program of a check, more than learners get: a busy machine is no fault of the program's. */
const patience = 2 * checkSeconds;

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
  return [snippetProof(`${quiz.id}#${item.id}`, { ...programSnippet(item.code, item.python), expected })];
}

/**
 * The programs that an author gave to prove an item by, each tried with every check as the quiz does. WebAssembly cannot
 * fork: it is asked about the solution alone, of which its learners must hear that it is right.
 */
export function checksProof(quizId: string, proof: ItemProof): Proof {
  const { python: range, checks, starter, right, wrong } = proof;
  const rightOnes = right.map((code, at) => ({ what: `right program ${String(at + 1)}`, code, judge: failsNone }));
  const others = [
    ...(starter === undefined ? [] : [{ what: 'the starter', code: starter, judge: passesNone }]),
    ...wrong.map(({ code, misconception }, at) => ({ what: `wrong program ${String(at + 1)} (${misconception})`, code, judge: passesNotAll })),
  ];
  return {
    name: `${quizId}#${proof.item}`,
    snippet: programSnippet([...rightOnes, ...others].map(({ code }) => code).join('\n') + checks.join('\n'), range),
    prove: async (python) => {
      const trials = python.kind === 'native' ? [...rightOnes, ...others] : rightOnes.slice(0, 1);
      const reached = randomUUID();
      const runs = (await python.runEach(trials.flatMap(({ code }) => checks.map((check) => checkProgram(code, check, reached))), patience)).values();
      const faults = trials.flatMap(({ what, judge }) => {
        const results = [...checks].map((check) => checkResult(check, next(runs), reached));
        const fault = judge(results.map(({ passed }) => passed));
        return fault === undefined ? [] : [`${what} ${fault}`, ...results.filter(({ passed }) => !passed).map(({ message }) => message)];
      });
      return faults.length === 0 ? undefined : faults.join('\n');
    },
  };
}

type Judge = (passed: readonly boolean[]) => string | undefined;

const failsNone: Judge = (passed) => (passed.every(Boolean) ? undefined : 'fails');
const passesNone: Judge = (passed) => (passed.some(Boolean) ? `passes check ${String(passed.indexOf(true) + 1)}` : undefined);
const passesNotAll: Judge = (passed) => (passed.every(Boolean) ? 'passes every check' : undefined);

function next<T>(values: Iterator<T, undefined>): T {
  const { done, value } = values.next();
  if (done === true) throw new Error('fewer programs ran than were asked for');
  return value;
}
