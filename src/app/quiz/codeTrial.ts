/** Trying out code before it is the answer. */
import type { CodeItem } from '../../core/pack/pack.js';
import type { QuizSession } from '../../core/quiz/session.js';
import type { Tried } from '../../protocol/quiz.js';
import type { QuizDependencies } from './quizDependencies.js';

/**
 * Runs code as it stands; it counts for nothing, however often. Which checks it passes is told only where verdicts are:
 * not in an exam.
 *
 * @throws Error with a sentence for the user when it cannot be run.
 */
export async function tryCode(
  { mode }: Pick<QuizSession, 'mode'>,
  item: CodeItem,
  code: string,
  { run, check }: Pick<QuizDependencies, 'run' | 'check'>,
): Promise<Tried> {
  const [output, checks] = await Promise.all([
    run(item, code),
    mode === 'practice' ? check(item, code) : [],
  ]);
  return { output, checks: 'unchecked' in checks ? [] : checks };
}
