import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog.js';
import type { LoadedPack } from '../../../../src/core/catalog.js';
import { Outline } from '../../../../src/app/topics/outline.js';
import type { TreeFilter } from '../../../../src/app/topics/outline.js';

const never = (): never => {
  throw new Error('The tree needs no more of a pack than its index.');
};

/** A pack with the topics `a` (two questions), `b` (one) and `empty`, a path over both, and a quiz. */
function pack(
  id: string,
  quizOn: readonly string[] = [],
  exercises: readonly string[] = [],
): LoadedPack {
  const question = (name: string, topic: string): LoadedPack['questions'][number] => ({
    id: name,
    packId: id,
    title: name,
    topic,
    order: 1,
    level: 'core',
    tags: [],
    snippets: [],
  });
  return {
    info: {
      id,
      title: `Pack ${id}`,
      description: '',
      version: '1',
      license: '',
      topics: ['a', 'b', 'empty'].map((topic) => ({ id: topic, title: topic, description: '' })),
      paths: [{ id: 'way', title: 'Way', description: '', questions: ['3', '1'] }],
    },
    root: '/',
    questions: [question('1', 'a'), question('2', 'a'), question('3', 'b')],
    quizzes: [{ id: 'quiz', title: 'Quiz', description: '', size: 1, questions: quizOn }],
    exercises: exercises.map((name) => ({ ...question(name, 'a'), minutes: 10 })),
    loadQuestion: never,
    render: never,
    loadExercise: never,
    loadQuiz: never,
    search: never,
  };
}

const all: TreeFilter = { hideDone: false, byPath: false };

/** The tree in one line a node, what is below indented. */
function drawn(
  filter: TreeFilter,
  {
    packs = ['p'],
    read = [] as string[],
    marked = [] as string[],
    quizOn = [] as string[],
    exercises = [] as string[],
  } = {},
): readonly string[] {
  const outline = new Outline(new Catalog(packs.map((id) => pack(id, quizOn, exercises))), filter, {
    bookmarks: { all: () => marked },
    progress: { state: (id) => (read.includes(id) ? 'read' : 'unread') },
  });
  const draw = (nodes: ReturnType<Outline['roots']>, indent: string): string[] =>
    nodes.flatMap((node) => [indent + node.id, ...draw(outline.children(node), `${indent}  `)]);
  return draw(outline.roots(), '');
}

describe('the outline of the tree', () => {
  it('has topics with their questions, none that is empty, and the quizzes', () => {
    assert.deepEqual(drawn(all), [
      'today',
      'topic/p/a',
      '  topic/p/a/p/1',
      '  topic/p/a/p/2',
      'topic/p/b',
      '  topic/p/b/p/3',
      'quizzes',
      '  quiz/p/quiz',
    ]);
  });

  it('has a quiz on one topic beside its questions, while there are any to see', () => {
    const lines = drawn(all, { quizOn: ['1', '2'] });
    assert.deepEqual(lines.slice(1, 5), [
      'topic/p/a',
      '  topic/p/a/p/1',
      '  topic/p/a/p/2',
      '  quiz/p/quiz',
    ]);
    assert.ok(!lines.includes('quizzes'));
    assert.ok(drawn(all, { quizOn: ['1', '3'] }).includes('quizzes'), 'one on several topics');
    const done = drawn({ ...all, hideDone: true }, { quizOn: ['1', '2'], read: ['p/1', 'p/2'] });
    assert.deepEqual(done.slice(-2), ['quizzes', '  quiz/p/quiz']);
    assert.ok(drawn({ ...all, byPath: true }, { quizOn: ['1'] }).includes('quizzes'));
  });

  it('has the exercises of a topic in one row below its questions, and none where a filter is on', () => {
    const exercises = ['lru', 'trie'];
    assert.deepEqual(drawn(all, { exercises, quizOn: ['1'] }).slice(1, 8), [
      'topic/p/a',
      '  topic/p/a/p/1',
      '  topic/p/a/p/2',
      '  exercises/p/a',
      '    exercise/p/lru',
      '    exercise/p/trie',
      '  quiz/p/quiz',
    ]);
    const found = drawn({ ...all, query: 'one', matching: new Set(['p/1']) }, { exercises });
    assert.ok(!found.some((line) => line.includes('exercise')));
  });

  it('tells packs apart where there are several', () => {
    const roots = drawn(all, { packs: ['p', 'q'] }).filter((line) => !line.startsWith(' '));
    assert.deepEqual(roots, ['today', 'pack/p', 'pack/q', 'quizzes']);
  });

  it('knows the rows that count a question, though its own was never made', () => {
    const outline = new Outline(new Catalog([pack('p')]), all, {
      bookmarks: { all: () => [] },
      progress: { state: () => 'unread' },
    });
    const told = (...ids: string[]): readonly string[] =>
      outline.rowsOf(new Set(ids), outline.roots()).map(({ id }) => id);
    assert.deepEqual(told('p/3'), ['topic/p/b']);
    assert.deepEqual(told('p/1', 'p/3'), ['topic/p/a', 'topic/p/b']);
    assert.deepEqual(told('elsewhere'), []);
  });

  it('follows a path in its own order', () => {
    const lines = drawn({ ...all, byPath: true });
    assert.deepEqual(lines.slice(1, 4), ['path/way', '  path/way/p/3', '  path/way/p/1']);
  });

  it('hides what is done with its topic, but not the bookmarks on top', () => {
    const lines = drawn({ ...all, hideDone: true }, { read: ['p/3'], marked: ['p/3', 'gone'] });
    assert.deepEqual(lines.slice(0, 3), ['notice/done', 'today', 'bookmarks']);
    assert.ok(!lines.includes('topic/p/b'));
    const nothing = drawn({ ...all, hideDone: true }, { read: ['p/1', 'p/2', 'p/3'] });
    assert.deepEqual(nothing, ['notice/done', 'today', 'quizzes', '  quiz/p/quiz']);
  });

  it('shows only what a filter found, wherever it stands', () => {
    const found = { ...all, query: 'two', matching: new Set(['p/2']) };
    assert.deepEqual(drawn(found, { marked: ['p/1', 'p/2'] }), [
      'notice/query',
      'bookmarks',
      '  bookmarks/p/2',
      'topic/p/a',
      '  topic/p/a/p/2',
    ]);
    const nothing = { ...all, query: 'none', matching: new Set<string>() };
    assert.deepEqual(drawn(nothing), [], 'the welcome says so');
  });
});
