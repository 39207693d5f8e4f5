import assert from 'node:assert/strict';
import { headingsOf, sectionFinder } from '../../../src/core/headings.js';
import { parseMarkdown } from '../../../src/core/markdownParser.js';

const headings = (markdown: string): ReturnType<typeof headingsOf> =>
  headingsOf(parseMarkdown(markdown));

describe('the headings of a text', () => {
  it('have ids of their words, each its own', () => {
    assert.deepEqual(
      headings(
        '# How it *works*!\n\n## `a` & b\n\ntext\n\n# How it works\n\n# …\n\n# 知識 é\n',
      ).map(({ id, level }) => [id, level]),
      [
        ['how-it-works', 1],
        ['a-b', 2],
        ['how-it-works--2', 1],
        ['section', 1],
        ['知識-é', 1],
      ],
    );
  });

  it('are found by their id, by the one that GitHub gives, and by their words', () => {
    const all = headings('# The `__init__` method: why?\n\n# A\n\n# A\n\n# B - c\n');
    const find = sectionFinder(all);
    for (const [fragment, at] of [
      ['the-init-method-why', 0],
      ['the-__init__-method-why', 0],
      ['The __init__ method: why?', 0],
      ['a', 1],
      ['a--2', 2],
      ['b-c', 3],
      ['b---c', 3],
      ['B - c', 3],
    ] as const)
      assert.equal(find(fragment), all[at], fragment);
    assert.equal(find('nowhere'), undefined);
    assert.equal(find('__init__'), undefined);
  });
});
