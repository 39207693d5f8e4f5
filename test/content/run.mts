/**
 * The content lane: every pack parses, and every snippet and quiz key is proved by running it. `--only ID[,ID]` proves
 * some of it, `--every` runs each program on every Python, `--day 2026-01-31` repeats the sample of a day.
 */
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseQuiz } from '../../src/core/pack/parseQuiz.js';
import type { ItemProof, Question, Quiz } from '../../src/core/pack/pack.js';
import { FolderPack } from '../../src/app/content/folderPack.js';
import { openPackFolder } from '../../src/hosts/node/packs/packFolder.js';
import { chosenPythons } from './choosePythons.js';
import { styleFaults } from './housestyle.js';
import { contentPythons } from './interpreters.js';
import type { ContentPython } from './interpreters.js';
import { nativePythons } from './nativePythons.js';
import { lintPrograms, programsOf } from './lintPrograms.js';
import { isWanted, laneOptions } from './options.js';
import { alikeShort, countsOf, outOfOrder, rareKinds, seniorItems, tooFewDefects, tooFewPrograms, tooFewSenior } from './packRules.js';
import { checksProof, outputProofs, questionProofs } from './proofs.js';
import type { Proof } from './proofs.js';
import { checkQuizzes } from './quizRules.js';
import { Report } from './report.js';

const atOnce = availableParallelism() + 1;
const itemsPerQuestion = 3;
/** Seconds that a run without `--every` should not exceed on two processors. */
const budget = 200;

const options = laneOptions(process.argv.slice(2));
const report = new Report();

/** The runs that a proof takes, each to be made whenever a processor is free. */
function runsOf(proof: Proof, pythons: readonly ContentPython[]): readonly (() => Promise<void>)[] {
  const fitting = pythons.filter((python) => python.unfit(proof.snippet) === undefined);
  if (fitting.length === 0) report.skip(proof.name, pythons.at(-1)?.unfit(proof.snippet) ?? 'no interpreter');
  const chosen = options.every ? fitting : chosenPythons(proof, fitting, options.day);
  return chosen.map((python) => async () => {
    report.ran(python.name);
    const fault = await proof.prove(python);
    report.check(`${proof.name} on ${python.name}`, fault === undefined ? [] : [fault]);
  });
}

/** The programs that authors gave to prove the items of a quiz by. */
async function authorProofs(root: string, quiz: Quiz, questions: readonly Question[]): Promise<readonly ItemProof[]> {
  const file = `quizzes/${quiz.id}.yaml`;
  const { proofs } = parseQuiz(quiz.packId, file, await readFile(join(root, file), 'utf8'), (id, name) =>
    questions.find((question) => question.id === id)?.code.find((snippet) => snippet.name === name),
  );
  return proofs;
}

async function provePack(root: string, pythons: readonly ContentPython[], tools: string | undefined): Promise<void> {
  const { pack, faults } = await FolderPack.read(root, openPackFolder);
  const found = pack ? await pack.check() : faults;
  report.check(root, found.map(({ file, line, message }) => `${file}:${String(line + 1)}: ${message}`));
  if (!pack) return;
  const questions = await Promise.all(pack.questions.map(({ id }) => pack.loadQuestion(id)));
  const quizzes = await Promise.all(pack.quizzes.map(({ id }) => pack.loadQuiz(id)));
  const items = quizzes.flatMap((quiz) => quiz.items);
  for (const question of questions.filter(({ id }) => isWanted(options.only, id))) {
    const about = items.filter((item) => item.question === question.id).length;
    const few = about < itemsPerQuestion ? [`it has ${String(about)} quiz items; ${String(itemsPerQuestion)} are wanted`] : [];
    report.check(question.id, [...styleFaults(question), ...few]);
  }
  checkQuizzes(quizzes, questions, options.only, report);
  for (const path of pack.info.paths) report.check(`path ${path.id}`, outOfOrder(path.questions, questions));
  report.check('kinds of items', rareKinds(items));
  report.check('defects', tooFewDefects(items));
  report.check('senior items', tooFewSenior(items));
  report.check('short titles', alikeShort(questions));

  const given = new Map<string, readonly ItemProof[]>();
  for (const quiz of quizzes) given.set(quiz.id, await authorProofs(root, quiz, questions));
  await lintPrograms(programsOf(questions, quizzes, given), tools, options.only, report);
  const wanted = ({ name }: Proof): boolean => isWanted(options.only, name);
  const itemProofs = quizzes.flatMap((quiz) =>
    (given.get(quiz.id) ?? []).map((proof) => {
      const name = `${quiz.id}#${proof.item}`;
      if (isWanted(options.only, name)) report.check(name, tooFewPrograms(proof));
      return checksProof(quiz.id, proof);
    }),
  );
  const outputs = [...questions.flatMap(questionProofs), ...quizzes.flatMap((quiz) => quiz.items.flatMap((item) => outputProofs(quiz, item)))];
  const queue = [
    // They take longest: begun last, one of them would keep a processor busy when the others have nothing left to do.
    ...itemProofs,
    ...outputs,
  ]
    .filter(wanted)
    .flatMap((proof) => runsOf(proof, pythons))
    .values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const run of queue) await run();
    }),
  );
  const snippets = questions.reduce((sum, question) => sum + question.code.length, 0);
  const share = [...countsOf(items.map(({ kind }) => kind))].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  console.log(`${pack.info.title}: ${String(questions.length)} questions, ${String(snippets)} snippets, ${String(items.length)} quiz items (${share}; ${String(seniorItems(items))} ask for a senior's reasoning)`);
}

const begin = performance.now();
const tools = await nativePythons();
const pythons = await contentPythons(tools);
try {
  console.log(`Interpreters: ${pythons.all.map((python) => python.name).join(', ')}`);
  if (!options.every) console.log(`Each program runs on the newest that fits it and on another, and on the oldest where its output depends on the version (--day ${options.day}).`);
  for (const pack of await readdir('content')) await provePack(join('content', pack), pythons.all, tools);
} finally {
  await pythons.dispose();
}
const seconds = Math.round((performance.now() - begin) / 1000);
console.log(`It took ${minutes(seconds)} minutes${options.every ? '' : `; the budget of a daily run on two processors is ${minutes(budget)}`}.`);
report.print();
process.exitCode = report.failed ? 1 : 0;

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1);
}
