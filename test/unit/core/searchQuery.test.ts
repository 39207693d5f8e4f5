import assert from 'node:assert/strict';
import { hasFilters, parseQuery, passes, queryText } from '../../../src/core/searchQuery.js';

const question = {
  packId: 'mine',
  level: 'expert',
  tags: ['gil', 'Type Hints'],
  topic: 'concurrency',
} as const;

describe('a search with filters', () => {
  it('is words and filters, in any order, and reads back as it was typed', () => {
    const query = parseQuery('  frozen TAG:gil level:expert  tag:locks counts ');
    assert.equal(query.words, 'frozen counts');
    assert.deepEqual(query.filters.tag, ['gil', 'locks']);
    assert.equal(queryText(query), 'level:expert tag:gil tag:locks frozen counts');
    assert.ok(hasFilters(query));
    assert.ok(!hasFilters(parseQuery('frozen level:')));
    assert.equal(queryText(parseQuery(' topic:a   state:read ')), 'state:read topic:a');
    for (const words of ['sys.modules', 'a:b', 'level:', 'http://x'])
      assert.equal(parseQuery(words).words, words);
  });

  it('combines filters, and takes the values of one as alternatives', () => {
    const lets = (text: string): boolean => passes(parseQuery(text), question, 'read');
    assert.ok(lets('anything'));
    assert.ok(lets('level:core level:expert tag:type-hints state:read topic:concurrency'));
    assert.ok(!lets('level:core'));
    assert.ok(!lets('level:expert state:unread'));
    assert.ok(!lets('tag:gi'));
    assert.ok(lets('topic:mine/concurrency'));
    assert.ok(!lets('topic:other/concurrency'), 'a topic of the same id in another pack');
  });
});
