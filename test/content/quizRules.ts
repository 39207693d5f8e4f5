/** What each quiz of the shipped pack must meet beyond being valid; quizzes still to be mended are printed as skipped. */
import type { Question, Quiz } from '../../src/core/pack/pack.js';
import { blueprintFaults, exam } from './blueprint.js';
import { giveaways } from './giveaways.js';
import { nearDuplicates } from './likeness.js';
import { isWanted } from './options.js';
import type { Report } from './report.js';
import { stillAlike, stillGuessable, stillNarrow, stillUndrawn } from './stillToMend.js';
import { refusedForms } from './textForms.js';

export function checkQuizzes(quizzes: readonly Quiz[], questions: readonly Question[], only: readonly string[], report: Report): void {
  const check = (id: string, rule: string, faults: readonly string[], exempt: readonly string[]): void => {
    if (!isWanted(only, id)) return;
    if (exempt.includes(id)) report.skip(`quiz ${id}: ${rule}`, `still to be mended: ${String(faults.length)} faults`);
    else report.check(`quiz ${id}: ${rule}`, faults);
  };
  const named = quizzes.flatMap((quiz) => quiz.items.map((item) => ({ name: `${quiz.id}#${item.id}`, item })));
  const alike = nearDuplicates(named);
  for (const quiz of quizzes) {
    const others = quizzes.filter((other) => other !== quiz);
    const pairs = alike.filter(({ name }) => name.startsWith(`${quiz.id}#`)).map(({ name, fault }) => `${name}: ${fault}`);
    check(quiz.id, 'giveaways', giveaways(quiz.items), stillGuessable);
    check(quiz.id, 'forms of names', refusedForms(quiz), stillNarrow);
    check(quiz.id, 'near-duplicates', pairs, stillAlike);
    if (quiz.id === exam) check(quiz.id, 'blueprint', blueprintFaults(quiz, others, questions), stillUndrawn);
  }
  const mended = quizzes.filter(({ id }) => !stillGuessable.includes(id));
  report.check('giveaways over all quizzes', giveaways(mended.flatMap(({ items }) => items)));
}
