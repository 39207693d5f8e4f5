/** Which files below the extension's storage the learner practices in. */
import { scratchFolder } from '../scratch/scratch.js';

export const exercisesFolder = 'exercises';
export const quizzesFolder = 'quizzes';

export type Practice = 'scratch' | 'answer' | 'exercise';

const practices: ReadonlyMap<string, Practice> = new Map([
  [scratchFolder, 'scratch'],
  [quizzesFolder, 'answer'],
  [exercisesFolder, 'exercise'],
]);

/** @param path below the storage, with forward slashes */
export function practiceOf(path: string): Practice | undefined {
  return practices.get(path.slice(0, Math.max(0, path.indexOf('/'))));
}
