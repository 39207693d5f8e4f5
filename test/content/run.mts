/** The content lane: every pack parses, every snippet and quiz key is proved by running it, on every Python there is. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareOutput } from '../../src/core/outputComparison.js';
import type { Question, Quiz, QuizItem, Snippet } from '../../src/core/pack/pack.js';
import { FolderPack } from '../../src/platform/packs/folderPack.js';
import { giveaways } from './giveaways.js';
import { styleFaults } from './housestyle.js';
import { contentPythons } from './interpreters.js';
import type { ContentPython } from './interpreters.js';

const atOnce = 3;
const itemsPerQuestion = 3;
const leastShareOfKind = 0.08;

let passed = 0;
const failures: string[] = [];
const notRun: string[] = [];
const runsOf = new Map<string, number>();

function check(what: string, faults: readonly string[]): void {
  if (faults.length === 0) passed += 1;
  else failures.push(...faults.map((fault) => `${what}: ${fault}`));
}

/** A program with what it must print, whether it stands in a question or in a quiz. */
interface Proof {
  readonly name: string;
  readonly snippet: Snippet;
  readonly judge: (stdout: string, stderr: string, code: number | null, python: ContentPython) => string | undefined;
}

function snippetProof(question: Question, snippet: Snippet): Proof {
  return {
    name: `${question.id}/${snippet.name}`,
    snippet,
    judge: (stdout, stderr, code, { version }) => {
      if (code !== snippet.exit) return `exit code ${String(code)}\n${stderr.slice(-800)}`;
      const result = compareOutput(snippet.expected, { stdout, stderr }, version);
      if (result.compared.length === 0) return 'no expected output fits';
      if (result.matches) return undefined;
      return result.diff.map(({ kind, text }) => `${{ same: ' ', missing: '-', extra: '+' }[kind]} ${text}`).join('\n');
    },
  };
}

function itemProofs(quiz: Quiz, item: QuizItem): readonly Proof[] {
  const name = `${quiz.id}#${item.id}`;
  const program = (code: string): Snippet => ({
    name: 'quiz_item', code, line: 0, python: item.python, requires: [], files: [], expected: [], timeout: 10, stdin: '', exit: 0,
  });
  if (item.kind === 'output' && item.snippet === undefined) {
    const snippet = { ...program(item.code), expected: [{ stream: 'stdout' as const, text: item.answer, unordered: false }] };
    return [{ ...snippetProof({ id: quiz.id } as Question, snippet), name }];
  }
  if (item.kind !== 'code') return [];
  const checked = `${item.solution}\n\n${item.checks.join('\n\n')}\n`;
  return [
    {
      name: `${name} solution`,
      snippet: program(checked),
      judge: (_out, stderr, code) =>
        code === 0 ? undefined : `the solution fails\n${stderr.slice(-500)}`,
    },
    {
      name: `${name} starter`,
      snippet: program(starterProgram(item.starter, item.checks)),
      judge: (stdout) =>
        stdout.trim() === 'fails' ? undefined : 'the starter passes every check',
    },
  ];
}

function starterProgram(starter: string, checks: readonly string[]): string {
  return `source = ${JSON.stringify(starter)}
checks = ${JSON.stringify(checks)}
failed = 0
for check in checks:
    space = {"__name__": "__main__"}
    try:
        exec(source, space)
        exec(check, space)
    except BaseException:
        failed += 1
print("fails" if failed else "passes")
`;
}

async function prove(proof: Proof, pythons: readonly ContentPython[]): Promise<void> {
  const reasons: string[] = [];
  let ran = 0;
  for (const python of pythons) {
    const reason = python.unfit(proof.snippet);
    if (reason !== undefined) {
      reasons.push(`${python.name}: ${reason}`);
      continue;
    }
    ran += 1;
    runsOf.set(python.name, (runsOf.get(python.name) ?? 0) + 1);
    const { stdout, stderr, code } = await python.run(proof.snippet);
    const fault = proof.judge(stdout, stderr, code, python);
    check(`${proof.name} on ${python.name}`, fault === undefined ? [] : [fault]);
  }
  if (ran === 0) notRun.push(`${proof.name} (${reasons.at(-1) ?? 'no interpreter'})`);
}

/** Questions of a path that come before what they build on. */
function outOfOrder(path: readonly string[], questions: readonly Question[]): readonly string[] {
  return path.flatMap((id, place) => {
    const needs = questions.find((question) => question.id === id)?.prerequisites ?? [];
    const late = needs.filter((need) => path.indexOf(need) > place);
    return late.map((need) => `${id} comes before ${need}, on which it builds`);
  });
}

async function provePack(root: string, pythons: readonly ContentPython[]): Promise<void> {
  const { pack, faults } = await FolderPack.read(root);
  if (!pack) {
    check(root, faults.map(({ file, line, message }) => `${file}:${String(line + 1)}: ${message}`));
    return;
  }
  check(root, (await pack.check()).map(({ file, line, message }) => `${file}:${String(line + 1)}: ${message}`));
  const questions = await Promise.all(pack.questions.map(({ id }) => pack.loadQuestion(id)));
  const quizzes = await Promise.all(pack.quizzes.map(({ id }) => pack.loadQuiz(id)));
  const items = quizzes.flatMap((quiz) => quiz.items);
  for (const question of questions) {
    const about = items.filter((item) => item.question === question.id).length;
    const few = about < itemsPerQuestion ? [`it has ${String(about)} quiz items; ${String(itemsPerQuestion)} are wanted`] : [];
    check(question.id, [...styleFaults(question), ...few]);
  }
  for (const quiz of quizzes) check(`quiz ${quiz.id}`, giveaways(quiz));
  for (const path of pack.info.paths) check(`path ${path.id}`, outOfOrder(path.questions, questions));
  const kinds = new Map<string, number>();
  for (const { kind } of items) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const rare = [...kinds].filter(([, count]) => count < items.length * leastShareOfKind);
  check('kinds of items', rare.map(([kind, count]) => `only ${String(count)} of ${String(items.length)} are ${kind}`));

  const proofs = [
    ...questions.flatMap((question) => question.code.map((snippet) => snippetProof(question, snippet))),
    ...quizzes.flatMap((quiz) => quiz.items.flatMap((item) => itemProofs(quiz, item))),
  ];
  const queue = proofs.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const proof of queue) await prove(proof, pythons);
    }),
  );
  const snippets = questions.reduce((sum, question) => sum + question.code.length, 0);
  const share = [...kinds].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  console.log(`${pack.info.title}: ${String(questions.length)} questions, ${String(snippets)} snippets, ${String(items.length)} quiz items (${share})`);
}

const pythons = await contentPythons();
try {
  console.log(`Interpreters: ${pythons.all.map((python) => python.name).join(', ')}`);
  for (const pack of await readdir('content')) await provePack(join('content', pack), pythons.all);
} finally {
  await pythons.dispose();
}
for (const [name, count] of runsOf) console.log(`${name}: ${String(count)} programs run`);
if (notRun.length > 0) console.log(`Not run, for want of an interpreter:\n  ${notRun.join('\n  ')}`);
if (failures.length > 0) console.log(`Failures:\n${failures.join('\n')}`);
console.log(`${String(passed)} passed, ${String(failures.length)} failed, ${String(notRun.length)} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;
