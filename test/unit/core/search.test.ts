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
    ['read back', (search: QuestionSearch) => QuestionSearch.deserialize(search.serialize())],
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

  it('finds what has every word, the title before tags and those before the text', async () => {
    const search = await QuestionSearch.build([
      { id: 'text', title: 'Other', tags: 'other', text: 'A descriptor, once. '.repeat(3) },
      { id: 'tag', title: 'Other', tags: 'descriptor', text: 'Once.' },
      { id: 'title', title: 'The descriptor', tags: 'other', text: 'Once.' },
    ]);
    assert.deepEqual(search.find('descriptor'), ['title', 'tag', 'text']);
    assert.deepEqual(search.find('descriptor', 2), ['title', 'tag']);
    assert.deepEqual(search.find('the descriptor'), ['title']);
    assert.deepEqual(search.find('descriptor zebra'), []);
  });

  it('finds a name by its parts and as it is written, and takes no short word for another', async () => {
    const search = await QuestionSearch.build([
      { id: 'a', title: 'A', tags: '', text: 'C-extension, sys.modules, __slots__, PyList_Append' },
      { id: 'b', title: 'B', tags: '', text: 'lock' },
    ]);
    for (const query of ['extension', 'C-extension', 'sys.modules', 'modules', 'slots'])
      assert.deepEqual(search.find(query), ['a'], query);
    for (const query of ['__slots__', 'append', 'PyList_Append', 'pylist'])
      assert.deepEqual(search.find(query), ['a'], query);
    assert.deepEqual(search.find('lack'), []);
    assert.deepEqual(search.find('___'), []);
  });

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
    assert.equal(
      searchText('# *Big* `name`\n\nsee [it](x)\n').split(/\s+/).join(' ').trim(),
      'Big name see it x',
    );
  });

  for (const [script, text, queries] of [
    [
      'Chinese',
      '对象的引用计数归零时会立即释放内存。',
      ['计数', '引用计数', '数', '释放内存', '零'],
    ],
    [
      'Japanese',
      'ジェネレータは値を一つずつ返します。',
      ['ジェネレータ', 'レータ', '値', '返します'],
    ],
    ['Korean', '참조횟수가 0이 되면 객체를 해제합니다.', ['횟수', '참조횟수', '객체', '해제']],
    ['Thai', 'ตัวนับการอ้างอิงของวัตถุ', ['การอ้างอิง', 'วัตถุ', 'นับ']],
    ['Hindi', 'संदर्भ गणना शून्य होने पर', ['गणना', 'संदर्भ']],
    ['Arabic', 'عداد المراجع يصل إلى الصفر', ['المراجع']],
    ['Russian', 'Счётчик ссылок равен нулю', ['счётчик', 'ССЫЛОК']],
    ['Greek', 'Μετρητής αναφορών', ['μετρητής']],
    ['Vietnamese, decomposed', 'Bộ đếm tham chiếu'.normalize('NFD'), ['đếm', 'chiếu']],
    ['full width', 'ＡＳＴ と スレッド', ['ast', 'スレッド']],
    ['a mixture', 'CPythonの参照カウント', ['cpython', '参照', 'カウント']],
  ] as const) {
    it(`finds words in ${script}, and no others`, async () => {
      const search = await QuestionSearch.build([
        ...documents,
        { id: 'here', title: 'T', tags: '', text },
      ]);
      for (const query of queries) assert.deepEqual(search.find(query), ['here'], query);
      for (const other of ['线程池', 'スタック', '스레드', 'जनरेटर'])
        assert.deepEqual(search.find(other), [], other);
    });
  }
});
