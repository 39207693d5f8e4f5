import assert from 'node:assert/strict';
import type { ChoiceItem } from '../../../../src/core/pack/pack.js';
import { wordingFaults } from '../../../../src/app/proving/wording.js';

function item(prompt: string, ...options: readonly string[]): ChoiceItem {
  return {
    id: 'i',
    question: 'q',
    level: 'core',
    kind: 'single',
    prompt,
    explanation: '',
    python: '',
    options: options.map((text, at) => ({ text, correct: at === 0, why: '' })),
  };
}

describe('the wording of an item', () => {
  for (const option of ['None of the above', 'All of the above.', 'Both above', 'A and C'])
    it(`misleads where options are shuffled: ${option}`, () => {
      assert.equal(wordingFaults(item('What?', 'x', option)).length, 1);
    });

  for (const option of ['None', 'It copies the list above it', 'A', '1 and 3'])
    it(`says what it means: ${option}`, () => {
      assert.deepEqual(wordingFaults(item('What?', 'x', option)), []);
    });

  for (const prompt of [
    'Which of these is not a keyword?',
    'Which statement isn’t true?',
    'Which of them cannot be hashed?',
  ])
    it(`only negates: ${prompt}`, () => {
      assert.equal(wordingFaults(item(prompt, 'x', 'y')).length, 1);
    });

  for (const prompt of [
    'Which of these is **not** a keyword?',
    'What can `__new__` do that `__init__` cannot?',
    'What happens when a name is not bound?',
  ])
    it(`asks plainly: ${prompt}`, () => {
      assert.deepEqual(wordingFaults(item(prompt, 'x', 'y')), []);
    });
});
