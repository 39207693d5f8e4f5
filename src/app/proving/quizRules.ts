/** What each quiz is to meet beyond being valid: nothing gives its answers away, and it misleads nobody. */
import type { AuthoredQuiz } from '../content/folderPack.js';
import { giveaways } from './giveaways.js';
import { nearDuplicates } from './likeness.js';
import type { Report } from './report.js';
import { refusedForms } from './textForms.js';
import { isWanted } from './wanted.js';
import { wordingFaults } from './wording.js';

/** @param only as `isWanted` has it */
export function checkQuizzes(
  quizzes: readonly AuthoredQuiz[],
  only: readonly string[],
  report: Report,
): void {
  const named = quizzes.flatMap(({ quiz }) =>
    quiz.items.map((item) => ({ name: `${quiz.id}#${item.id}`, item })),
  );
  const alike = nearDuplicates(named);
  for (const { file, quiz } of quizzes.filter(({ quiz }) => isWanted(only, quiz.id))) {
    const at = { file, line: 0 };
    const pairs = alike.filter(({ name }) => name.startsWith(`${quiz.id}#`));
    report.check('giveaway', quiz.id, at, giveaways(quiz.items));
    report.check('forms', quiz.id, at, refusedForms(quiz));
    report.check(
      'likeness',
      quiz.id,
      at,
      pairs.map(({ name, fault }) => `${name}: ${fault}`),
    );
    report.check('wording', quiz.id, at, quiz.items.flatMap(wordingFaults));
  }
  const all = quizzes.flatMap(({ quiz }) => quiz.items);
  if (quizzes.length > 1)
    report.check('giveaway', 'all quizzes', { file: 'pack.yaml', line: 0 }, giveaways(all));
}
