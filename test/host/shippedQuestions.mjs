/** The questions of the shipped pack as they are on the disk, so that no test counts them by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const folder = path.join(root, 'content', 'expert-python', 'questions');

/** Their ids. */
export const questions = readdirSync(folder).map((file) => path.basename(file, '.md'));

/** Ids of those of a topic. */
export function questionsOf(/** @type {string} */ topic) {
  const line = new RegExp(`^topic: ${topic}$`, 'm');
  return questions.filter((id) => line.test(readFileSync(path.join(folder, `${id}.md`), 'utf8')));
}
