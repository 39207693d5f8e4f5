/** The file in which the learner answers an item with code. Knows no VS Code. */
import { longestCode } from '../../core/quiz/answer.js';
import * as machine from '../../core/quiz/session.js';
import type { QuizSession } from '../../core/quiz/session.js';
import type { AnswerFile } from '../../protocol/quiz.js';
import type { QuizDependencies } from './quizDependencies.js';

type Dependencies = Pick<QuizDependencies, 'item' | 'file'>;

/** Undefined while the learner has not opened one. */
export async function answerFile(
  session: QuizSession,
  key: string,
  dependencies: Dependencies,
): Promise<AnswerFile | undefined> {
  const entry = machine.entryOf(session, key);
  const item = dependencies.item(entry);
  return item?.kind === 'code' ? dependencies.file(entry, item) : undefined;
}

/** @throws Error with a sentence for the user when it is gone or too long. */
export async function writtenText(
  session: QuizSession,
  key: string,
  dependencies: Dependencies,
): Promise<string> {
  const file = await answerFile(session, key, dependencies);
  if (!file) throw new Error('The file with your answer is gone. Open it in the editor again.');
  if (file.text.length > longestCode)
    throw new Error(`${file.name} is too long: an answer has at most ${longestCode} characters.`);
  return file.text;
}
