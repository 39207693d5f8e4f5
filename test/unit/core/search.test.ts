import assert from 'node:assert/strict';
import { QuestionSearch, searchText } from '../../../src/core/search.js';

const documents = [
  {
    id: 'new-and-init',
    title: '`__new__` versus `__init__`',
    tags: 'construction',
    text: 'Immutable bases.',
  },
  {
    id: 'gil',
    title: 'The GIL, precisely',
    tags: 'threads',
    text: 'A lock. See sys.setswitchinterval.',
  },
  { id: 'weakref', title: 'Weak references', tags: 'memory', text: 'They mention threads once.' },
];

describe('searching', () => {
  for (const [name, search] of [
    ['built', QuestionSearch.build(documents)],
    ['read back', QuestionSearch.deserialise(QuestionSearch.build(documents).serialise())],
  ] as const) {
    it(`finds by title, tag and text, by beginnings and with a slip of the finger (${name})`, () => {
      assert.deepEqual(search.find('__init__'), ['new-and-init']);
      assert.deepEqual(search.find('immut'), ['new-and-init']);
      assert.deepEqual(search.find('setswitchinterval'), ['gil']);
      assert.deepEqual(search.find('refrences'), ['weakref']);
      assert.deepEqual(search.find('threads'), ['gil', 'weakref']);
      assert.deepEqual(search.find('zebra'), []);
    });
  }

  it('does not search code', () => {
    assert.doesNotMatch(searchText('words\n```python\nsecret = 1\n```\nmore'), /secret/);
  });
});
