/** The rules that the project adds for its own pack, as `lab.mjs check` calls them. */
import { alikeShort, countsOf, outOfOrder, rareKinds, seniorItems, tooFewDefects, tooFewPrograms, tooFewSenior } from './packRules.js';
import type { AuthoredPack } from '../../src/app/proving/provePack.js';
import type { Report } from '../../src/app/proving/report.js';
import { isWanted } from '../../src/app/proving/wanted.js';
import { blueprintFaults, exam } from './blueprint.js';
import { exerciseFaults } from './exerciseRules.js';
import { styleFaults } from './housestyle.js';
import { lintPrograms, programsOf } from './lintPrograms.js';

const itemsPerQuestion = 3;

/** @param tools the folder that holds ruff, where it is had */
export async function houseRules(pack: AuthoredPack, only: readonly string[], tools: string | undefined, report: Report): Promise<void> {
  const { info, questions, exercises } = pack;
  const quizzes = pack.quizzes.map(({ quiz }) => quiz);
  const items = quizzes.flatMap((quiz) => quiz.items);
  for (const question of questions.filter(({ id }) => isWanted(only, id))) {
    const about = items.filter((item) => item.question === question.id).length;
    const few = about < itemsPerQuestion ? [`it has ${String(about)} quiz items; ${String(itemsPerQuestion)} are wanted`] : [];
    report.check('house', question.id, { file: `questions/${question.id}.md`, line: 0 }, [...styleFaults(question), ...few]);
  }
  for (const { file, quiz, proofs, placeOf } of pack.quizzes) {
    const others = quizzes.filter(({ id }) => id !== quiz.id);
    if (quiz.id === exam && isWanted(only, exam)) report.check('house', exam, { file, line: 0 }, blueprintFaults(quiz, others, questions));
    for (const proof of proofs) {
      const name = `${quiz.id}#${proof.item}`;
      if (isWanted(only, name)) report.check('house', name, { file, ...placeOf(proof.item, 'id') }, tooFewPrograms(proof));
    }
  }
  for (const { exercise, wrong } of exercises.filter(({ exercise }) => isWanted(only, exercise.id)))
    report.check('house', exercise.id, { file: `exercises/${exercise.id}/exercise.md`, line: 0 }, exerciseFaults(exercise, wrong));
  const whole = (subject: string, faults: readonly string[]): void => {
    report.check('house', subject, { file: 'pack.yaml', line: 0 }, faults);
  };
  for (const path of info.paths) whole(`path ${path.id}`, outOfOrder(path.questions, questions));
  whole('kinds of items', rareKinds(items));
  whole('defects', tooFewDefects(items));
  whole('senior items', tooFewSenior(items));
  whole('short titles', alikeShort(questions));
  whole('short titles of exercises', alikeShort(exercises.map(({ exercise }) => exercise)));
  await lintPrograms(programsOf(pack).filter(({ name }) => isWanted(only, name)), tools, report);
  const share = [...countsOf(items.map(({ kind }) => kind))].map(([kind, count]) => `${String(count)} ${kind}`).join(', ');
  console.log(`${info.title}: ${share}; ${String(seniorItems(items))} ask for a senior's reasoning`);
}
