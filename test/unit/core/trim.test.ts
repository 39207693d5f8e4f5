import assert from 'node:assert/strict';
import { trim, trimEnd } from '../../../src/core/trim.js';

describe('trimming', () => {
  for (const [text, both, end] of [
    ['', '', ''],
    ['--', '', ''],
    ['a', 'a', 'a'],
    ['-_a-b_-', 'a-b', '-_a-b'],
    ['a-', 'a', 'a'],
    ['-a', 'a', '-a'],
  ] as const)
    it(`takes the given characters from the ends: ${JSON.stringify(text)}`, () => {
      assert.equal(trim(text, '-_'), both);
      assert.equal(trimEnd(text, '-_'), end);
    });
});
