import assert from 'node:assert/strict';
import { giveaways } from '../../../../src/app/proving/giveaways.js';
import type { ChoiceItem } from '../../../../src/core/pack/pack.js';

const names = ['shortest', 'second shortest', 'second longest', 'longest'];

/** Twenty items of four options, each of another length; `rankOfRight` says how many are shorter than the right one. */
function singles(rankOfRight: (item: number) => number | undefined): readonly ChoiceItem[] {
  return Array.from({ length: 20 }, (_, item) => ({
    id: `item-${String(item)}`,
    question: 'q',
    level: 'core',
    kind: 'single',
    prompt: '',
    explanation: '',
    python: '',
    options: names.map((_name, place) => {
      const rank = (place + item + Math.floor(item / 4)) % names.length;
      return { text: 'x'.repeat(rank + 1), correct: rank === rankOfRight(item), why: '' };
    }),
  }));
}

describe('what gives an answer away', () => {
  it('is no length, where right options have each as often', () => {
    assert.deepEqual(giveaways(singles((item) => item % 4)), []);
  });

  for (const [rank, name] of names.entries()) {
    it(`is a right option that is often the ${name}`, () => {
      const faults = giveaways(singles((item) => (item % 3 === 0 ? item % 4 : rank)));
      assert.ok(
        faults.some((fault) => fault.startsWith(`the right option is the ${name} in 1`)),
        faults.join('\n'),
      );
    });

    it(`is a right option that is never the ${name}`, () => {
      const others = names.map((_name, other) => other).filter((other) => other !== rank);
      const faults = giveaways(singles((item) => others[item % others.length]));
      assert.ok(
        faults.includes(`the ${name} option is wrong in 20 of 20 single items`),
        faults.join('\n'),
      );
    });
  }
});
