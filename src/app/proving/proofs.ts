/** What of a pack is proved by running it: snippets against their expected output, quiz keys against their checks. */
import { compareOutput } from '../../core/outputComparison.js';
import type { ItemProof, Question, QuizItem, Snippet } from '../../core/pack/pack.js';
import { checkProgram, checkResult, checkSeconds } from '../../core/quiz/codeCheck.js';
import type { AuthoredQuiz } from '../content/folderPack.js';
import type { Rule } from './finding.js';
import { programSnippet } from './programSnippet.js';
import type { ProvingPython } from './provingPython.js';
import type { Location } from './report.js';

/** Seconds for the program of a check, more than learners get: a busy machine is no fault of the program's. */
const patience = 2 * checkSeconds;
/** UTF-16 units of the end of standard error that are shown. */
const shownError = 800;

export interface Proof {
  /** `gil/race`, `internals#refcount`. */
  readonly name: string;
  readonly rule: Rule;
  readonly at: Location;
  /** What an interpreter must offer for it. */
  readonly snippet: Snippet;
  /** What is wrong, or undefined. */
  prove(python: ProvingPython): Promise<string | undefined>;
}

export function questionProofs(file: string, question: Question): readonly Proof[] {
  return question.code.map((snippet) => ({
    name: `${question.id}/${snippet.name}`,
    rule: 'snippet',
    at: { file, line: snippet.line - 1 },
    snippet,
    prove: (python) => outputFault(snippet, python),
  }));
}

export function quizProofs({ file, quiz, proofs, placeOf }: AuthoredQuiz): readonly Proof[] {
  const at = (item: string): Location => ({ file, ...placeOf(item, 'id') });
  const outputs = quiz.items.flatMap((item) => outputProof(quiz.id, item, at(item.id)));
  return [...proofs.map((proof) => checksProof(quiz.id, proof, at(proof.item))), ...outputs];
}

/** How a snippet's run differs from what its author expects; undefined when it does not. */
export async function outputFault(
  snippet: Snippet,
  python: Pick<ProvingPython, 'version' | 'run'>,
): Promise<string | undefined> {
  const { stdout, stderr, code, signal } = await python.run(snippet);
  const end = code ?? signal ?? null;
  if (end !== snippet.exit) {
    const error = stderr.slice(-shownError).trimEnd();
    return `It ends with ${String(end)} instead of ${String(snippet.exit)}.${error === '' ? '' : `\n${error}`}`;
  }
  const result = compareOutput(snippet.expected, { stdout, stderr }, python.version);
  if (result.compared.length === 0 && snippet.expected.length > 0)
    return `None of its expected outputs is for Python ${python.version}.`;
  if (result.matches) return undefined;
  const marks = { same: ' ', missing: '-', extra: '+' } as const;
  const lines = result.diff.map(({ kind, text }) => `${marks[kind]} ${text}`);
  return `It prints something else than is expected (- expected, + printed):\n${lines.join('\n')}`;
}

/** The key of what an item prints. */
function outputProof(quizId: string, item: QuizItem, at: Location): readonly Proof[] {
  if (item.kind !== 'output' || item.snippet !== undefined) return [];
  const expected = [{ stream: 'stdout' as const, text: item.answer, unordered: false }];
  const snippet = { ...programSnippet(item.code, item.python), expected };
  return [
    {
      name: `${quizId}#${item.id}`,
      rule: 'answer',
      at,
      snippet,
      prove: (python) => outputFault(snippet, python),
    },
  ];
}

/**
 * The programs that an author gave to prove an item by, each tried with every check as the quiz does. WebAssembly cannot
 * fork: it is asked about the solution alone, of which its learners must hear that it is right.
 */
function checksProof(quizId: string, proof: ItemProof, at: Location): Proof {
  const { python: range, checks, starter, right, wrong } = proof;
  const rightOnes = right.map((code, index) => ({
    what: right.length === 1 ? 'The solution' : `Right program ${String(index + 1)}`,
    code,
    judge: failsNone,
  }));
  const others = [
    ...(starter === undefined ? [] : [{ what: 'The starter', code: starter, judge: passesNone }]),
    ...wrong.map(({ code, misconception }, index) => ({
      what: `Wrong program ${String(index + 1)} (${misconception})`,
      code,
      judge: passesNotAll,
    })),
  ];
  const all = [...rightOnes, ...others];
  return {
    name: `${quizId}#${proof.item}`,
    rule: 'checks',
    at,
    snippet: programSnippet([...all.map(({ code }) => code), ...checks].join('\n'), range),
    prove: async (python) => {
      const trials = python.kind === 'native' ? all : rightOnes.slice(0, 1);
      const reached = crypto.randomUUID();
      const programs = trials.flatMap(({ code }) =>
        checks.map((check) => checkProgram(code, check, reached)),
      );
      const runs = (await python.runEach(programs, patience)).values();
      const faults = trials.flatMap(({ what, judge }) => {
        const results = checks.map((check) => checkResult(check, next(runs), reached));
        const fault = judge(results.map(({ passed }) => passed));
        const failed = results.filter(({ passed }) => !passed).map(({ message }) => message);
        return fault === undefined ? [] : [`${what} ${fault}`, ...failed];
      });
      return faults.length === 0 ? undefined : faults.join('\n');
    },
  };
}

type Judge = (passed: readonly boolean[]) => string | undefined;

const failsNone: Judge = (passed) => (passed.every(Boolean) ? undefined : 'fails a check.');
const passesNone: Judge = (passed) =>
  passed.some(Boolean) ? `passes check ${String(passed.indexOf(true) + 1)}.` : undefined;
const passesNotAll: Judge = (passed) => (passed.every(Boolean) ? 'passes every check.' : undefined);

function next<T>(values: Iterator<T, undefined>): T {
  const { done, value } = values.next();
  if (done === true) throw new Error('Fewer programs ran than were asked for.');
  return value;
}
