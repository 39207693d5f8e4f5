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
  for (const [name, kept] of [
    ['built', (search: QuestionSearch) => search],
    ['read back', (search: QuestionSearch) => QuestionSearch.deserialise(search.serialise())],
  ] as const) {
    it(`finds by title, tag and text, by beginnings and with a slip of the finger (${name})`, async () => {
      const search = kept(await QuestionSearch.build(documents));
      assert.deepEqual(search.find('__init__'), ['new-and-init']);
      assert.deepEqual(search.find('immut'), ['new-and-init']);
      assert.deepEqual(search.find('setswitchinterval'), ['gil']);
      assert.deepEqual(search.find('refrences'), ['weakref']);
      assert.deepEqual(search.find('threads'), ['gil', 'weakref']);
      assert.deepEqual(search.find('zebra'), []);
    });
  }

  it('lets others be served while it reads a large pack', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({
      id: `q${String(n)}`,
      title: 'Sorting',
      tags: '',
      text: 'Timsort.',
    }));
    const order: string[] = [];
    const built = QuestionSearch.build(many).then(() => order.push('built'));
    setImmediate(() => order.push('served'));
    await built;
    assert.deepEqual(order, ['served', 'built']);
  });

  it('does not search code', () => {
    assert.doesNotMatch(searchText('words\n```python\nsecret = 1\n```\nmore'), /secret/);
  });
});
