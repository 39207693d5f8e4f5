import assert from 'node:assert/strict';
import { readOn } from '../../../../src/core/progress/readOn.js';

describe('where reading goes on', () => {
  const order = ['a', 'b', 'c'];
  const after = (read: readonly string[], last?: string): string | undefined =>
    readOn(order, (id) => !read.includes(id), last);

  it('is where one was, then the next that is not read, then the first left out', () => {
    assert.equal(after([]), 'a');
    assert.equal(after([], 'b'), 'b');
    assert.equal(after(['b'], 'b'), 'c');
    assert.equal(after(['b', 'c'], 'b'), 'a');
    assert.equal(after(['a'], 'of another path'), 'b');
    assert.equal(after(['a', 'b', 'c'], 'b'), undefined);
    assert.equal(
      readOn([], () => true),
      undefined,
    );
  });
});
