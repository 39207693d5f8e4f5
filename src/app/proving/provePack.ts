/** Checks one pack whole: its format, its quizzes, and every program on the interpreters that are chosen for it. */
import type { PackInfo, Question } from '../../core/pack/pack.js';
import { FolderPack } from '../content/folderPack.js';
import type { AuthoredQuiz } from '../content/folderPack.js';
import type { OpenPackFiles } from '../content/packFiles.js';
import type { UsableExercise } from '../content/loadPack.js';
import { chosenPythons } from './choosePythons.js';
import { exerciseProof } from './exerciseProofs.js';
import type { PackReport } from './finding.js';
import { questionProofs, quizProofs } from './proofs.js';
import type { Proof } from './proofs.js';
import type { ProvingPython } from './provingPython.js';
import { checkQuizzes } from './quizRules.js';
import { Report } from './report.js';
import { isWanted } from './wanted.js';

/** A pack as its authors' own rules look at it. */
export interface AuthoredPack {
  readonly info: PackInfo;
  readonly questions: readonly Question[];
  readonly quizzes: readonly AuthoredQuiz[];
  readonly exercises: readonly UsableExercise[];
}

export interface ProvingOptions {
  /** What alone is proved: `gil`, `gil/race`, `internals`, `internals#refcount`; empty for all. */
  readonly only: readonly string[];
  /** Every program on every Python that fits it, instead of a sample of them. */
  readonly every: boolean;
  /** What the sample depends on: `2026-01-31`. */
  readonly day: string;
  /** None, where nothing is to be run. */
  readonly pythons: readonly ProvingPython[];
  /** Programs that run at a time. */
  readonly atOnce: number;
  /** Rules that the pack's authors add. */
  readonly authorsRules?: (pack: AuthoredPack, report: Report) => void | Promise<void>;
  /** Hears how many of all programs have run. */
  readonly progress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** Never rejects for what is in the pack. */
export async function provePack(
  root: string,
  open: OpenPackFiles,
  options: ProvingOptions,
): Promise<PackReport> {
  const { only, pythons, authorsRules } = options;
  const report = new Report();
  const { pack, faults } = await FolderPack.read(root, open);
  report.findings('format', 'format', pack ? await pack.check(options.signal) : faults);
  if (!pack) return report.end(root, false, `${root}: there is no pack that can be read.`);
  const questions = await pack.readableQuestions();
  const quizzes: AuthoredQuiz[] = [];
  for await (const quiz of pack.authoredQuizzes()) quizzes.push(quiz);
  checkQuizzes(quizzes, only, report);
  const { info, usableExercises: exercises } = pack;
  const authored: AuthoredPack = { info, questions, quizzes, exercises };
  await authorsRules?.(authored, report);
  const proofs = [
    // They take longest: begun last, one of them would keep a processor busy when the others have nothing left to do.
    ...exercises.map(exerciseProof),
    ...quizzes.flatMap(quizProofs),
    ...questions.flatMap((question) => questionProofs(`questions/${question.id}.md`, question)),
  ].filter(({ name }) => isWanted(only, name));
  if (pythons.length > 0) await runAll(proofs, options, report);
  return report.end(root, true, summaryOf(authored));
}

async function runAll(
  proofs: readonly Proof[],
  options: ProvingOptions,
  report: Report,
): Promise<void> {
  const runs = proofs.flatMap((proof) => runsOf(proof, options, report));
  let done = 0;
  const queue = runs.values();
  const work = Array.from({ length: options.atOnce }, async () => {
    for (const run of queue) {
      if (options.signal?.aborted === true) return;
      await run();
      options.progress?.(++done, runs.length);
    }
  });
  await Promise.all(work);
}

/** The runs that a proof takes, each to be made whenever a processor is free. */
function runsOf(
  proof: Proof,
  { pythons, every, day }: ProvingOptions,
  report: Report,
): readonly (() => Promise<void>)[] {
  const fitting = pythons.filter((python) => python.unfit(proof.snippet) === undefined);
  if (fitting.length === 0) {
    const why = pythons.findLast(({ kind }) => kind === 'native') ?? pythons.at(-1);
    report.skip(proof.rule, proof.name, why?.unfit(proof.snippet) ?? 'no interpreter');
  }
  const chosen = every ? fitting : chosenPythons(proof, fitting, day);
  return chosen.map((python) => async () => {
    report.ran(python.name);
    const fault = await proof.prove(python);
    const subject = `${proof.name} on ${python.name}`;
    report.check(proof.rule, subject, proof.at, fault === undefined ? [] : [fault]);
  });
}

function summaryOf({ info, questions, quizzes, exercises }: AuthoredPack): string {
  const snippets = questions.reduce((sum, question) => sum + question.code.length, 0);
  const items = quizzes.reduce((sum, { quiz }) => sum + quiz.items.length, 0);
  return `${info.title}: ${String(questions.length)} questions, ${String(snippets)} snippets, ${String(items)} quiz items, ${String(exercises.length)} exercises`;
}
