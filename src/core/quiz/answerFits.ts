import type { QuizItem } from '../pack/pack.js';
import type { Answer } from './answer.js';

/** @throws Error with a sentence for the user when the answer is not of the item's kind, or empty. */
export function assertFits(item: QuizItem, answer: Answer): void {
  if (answer.kind === 'skipped') return;
  const wanted = {
    single: 'choice',
    multiple: 'choice',
    output: 'text',
    text: 'text',
    order: 'lines',
    code: 'code',
    defect: 'defect',
  } as const;
  if (answer.kind !== wanted[item.kind]) throw new Error('This answer does not fit the item.');
  if (answer.kind === 'choice' && answer.options.length === 0)
    throw new Error('Choose an option first.');
  if (answer.kind === 'choice' && item.kind === 'single' && answer.options.length > 1) {
    throw new Error('Only one option can be chosen.');
  }
}
