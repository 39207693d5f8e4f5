import assert from 'node:assert/strict';
import { prerequisiteCircles } from '../../../../src/core/pack/prerequisiteCircles.js';
import type { Prerequisites } from '../../../../src/core/pack/prerequisiteCircles.js';

const pack = (...questions: readonly (readonly [string, ...string[]])[]): Prerequisites[] =>
  questions.map(([id, ...prerequisites]) => ({
    id,
    prerequisites,
    file: `questions/${id}.md`,
    places: prerequisites.map((_, line) => ({ line })),
  }));

describe('Prerequisites that lead in a circle', () => {
  it('are told where they close it', () => {
    assert.deepEqual(
      prerequisiteCircles(pack(['a', 'x', 'b'], ['x'], ['b', 'c'], ['c', 'x', 'a'])),
      [
        {
          file: 'questions/c.md',
          line: 1,
          message: 'Prerequisites lead in a circle: a, b, c, a.',
        },
      ],
    );
  });

  it('are not those that two ways lead to, that are not there, or that point to themselves', () => {
    assert.deepEqual(
      prerequisiteCircles(pack(['a', 'b', 'c'], ['b', 'd'], ['c', 'd'], ['d', 'gone'], ['e', 'e'])),
      [],
    );
  });

  it('are found in a chain as long as a pack may be', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `q${String(at)}`);
    const chain = ids.map((id, at) => [id, ids[(at + 1) % ids.length] ?? ''] as const);
    assert.equal(prerequisiteCircles(pack(...chain)).length, 1);
  });
});
