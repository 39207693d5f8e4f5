/** What each quiz of the shipped pack must meet beyond being valid. */
import type { Question, Quiz } from '../../src/core/pack/pack.js';
import { blueprintFaults, exam } from './blueprint.js';
import { giveaways } from './giveaways.js';
import { nearDuplicates } from './likeness.js';
import { isWanted } from './options.js';
import type { Report } from './report.js';
import { refusedForms } from './textForms.js';

export function checkQuizzes(quizzes: readonly Quiz[], questions: readonly Question[], only: readonly string[], report: Report): void {
  const check = (id: string, rule: string, faults: readonly string[]): void => {
    if (isWanted(only, id)) report.check(`quiz ${id}: ${rule}`, faults);
  };
  const named = quizzes.flatMap((quiz) => quiz.items.map((item) => ({ name: `${quiz.id}#${item.id}`, item })));
  const alike = nearDuplicates(named);
  for (const quiz of quizzes) {
    const others = quizzes.filter((other) => other !== quiz);
    const pairs = alike.filter(({ name }) => name.startsWith(`${quiz.id}#`)).map(({ name, fault }) => `${name}: ${fault}`);
    check(quiz.id, 'giveaways', giveaways(quiz.items));
    check(quiz.id, 'forms of names', refusedForms(quiz));
    check(quiz.id, 'near-duplicates', pairs);
    if (quiz.id === exam) check(quiz.id, 'blueprint', blueprintFaults(quiz, others, questions));
  }
  report.check('giveaways over all quizzes', giveaways(quizzes.flatMap(({ items }) => items)));
}
