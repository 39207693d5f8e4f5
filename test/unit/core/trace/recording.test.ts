import assert from 'node:assert/strict';
import { ChangeIndex, changesIn } from '../../../../src/core/trace/changes.js';
import { dedent } from '../../../../src/core/trace/dedent.js';
import { out, over, toLine, toOutput } from '../../../../src/core/trace/moving.js';
import { Recording } from '../../../../src/core/trace/recording.js';

const code = (c: number, more: object = {}): object => ({
  c,
  name: `f${c}`,
  file: 'main.py',
  line: 1,
  cells: [],
  free: [],
  kind: 'function',
  ...more,
});
const step = (n: number, more: object = {}): object => ({
  n,
  k: 'line',
  t: 0,
  o: [0, 0],
  s: [[1, 1, n + 1]],
  ...more,
});
const recorded = (...lines: readonly object[]): Recording =>
  new Recording(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

describe('a recording', () => {
  it('says what ran it, how it ended and what was left out', () => {
    const recording = recorded(
      { python: '3.13.1' },
      code(1),
      { thread: 0, name: 'MainThread' },
      { thread: 1, name: '' },
      step(0),
      step(7),
      step(8),
      { end: 'time', left: 6, threads: 2 },
    );
    assert.equal(recording.python, '3.13.1');
    assert.equal(recording.end, 'time');
    assert.deepEqual([recording.leftOut, recording.threadsLeftOut], [6, 2]);
    assert.deepEqual([recording.length, recording.gapAt], [3, 1]);
    assert.equal(recording.threads, 2);
    assert.deepEqual(
      [0, 1, 2].map((at) => recording.threadName(at)),
      ['MainThread', undefined, undefined],
    );
    const plain = recorded(code(1), step(0), step(1), { end: 'exit', left: 0 });
    assert.deepEqual(
      [plain.end, plain.leftOut, plain.threadsLeftOut, plain.gapAt, plain.python],
      ['exit', 0, 0, undefined, ''],
    );
  });

  it('is what came before a kill that tore its last line', () => {
    const text = [code(1), step(0), step(1)].map((line) => JSON.stringify(line)).join('\n');
    const torn = new Recording(`${text.slice(0, -5)}\n\nnull\n7`);
    assert.deepEqual([torn.length, torn.end], [1, 'killed']);
    assert.equal(new Recording('').length, 0);
  });

  it('names the files of the folder once in which something ran', () => {
    const recording = recorded(
      code(1),
      code(2),
      code(3, { file: 'pack/other.py' }),
      code(4, { file: '../out.py' }),
    );
    assert.deepEqual(recording.files, ['main.py', 'pack/other.py']);
  });

  it('has no step before its first and behind its last, and none of code that it was not told of', () => {
    const recording = recorded(code(1), step(0), step(1, { s: [[1, 9, 1]] }));
    for (const at of [-1, 1]) assert.throws(() => recording.at(at), /no step/);
    assert.equal(recording.length, 1);
  });

  it('knows each step’s stack, threads, tasks, output and what is carried', () => {
    const recording = recorded(
      code(1),
      code(2, { name: 'g' }),
      step(0, {
        k: 'return',
        t: 1,
        o: [3, 4],
        s: [
          [1, 1, 5],
          [2, 2, 6],
        ],
        m: 3,
        w: [[0, [[7, 1, 8]], 0]],
        a: [10, 11],
        r: 11,
        v: 'None',
      }),
      step(1),
    );
    const { stack, others, names, heap, ...rest } = recording.at(0);
    assert.deepEqual(rest, {
      kind: 'return',
      thread: 1,
      tasks: [10, 11],
      task: 11,
      written: [3, 4],
      framesLeftOut: 3,
      carried: 'None',
    });
    assert.deepEqual(
      stack.map(({ id, code, line }) => [id, code.name, line]),
      [
        [1, 'f1', 5],
        [2, 'g', 6],
      ],
    );
    assert.deepEqual(
      others.map(({ thread, stack }) => [thread, stack.map(({ id, line }) => [id, line])]),
      [[0, [[7, 8]]]],
    );
    assert.deepEqual([names.size, heap.size], [0, 0]);
    assert.deepEqual(
      [recording.depthAt(0), recording.kindAt(0), recording.threadAt(0)],
      [5, 'return', 1],
    );
    assert.deepEqual(recording.writtenAt(0), [3, 4]);
    const bare = recording.at(1);
    assert.deepEqual(
      [bare.others, bare.tasks, bare.task, bare.framesLeftOut, bare.carried, recording.depthAt(1)],
      [[], [], undefined, 0, undefined, 1],
    );
  });

  const states = recorded(
    code(1),
    step(0, { l: { 1: { a: 1, b: '2' } }, h: { 5: { k: 'list', t: 'list', n: 2, v: [1, 2] } } }),
    step(1, {
      l: { 1: { a: 3 }, 2: { c: 5 } },
      s: [[1, 1, 2]],
      w: [[1, [[2, 1, 1]], 0]],
      h: { 6: { k: 'leaf', t: 'int' } },
    }),
    step(2, { d: { 1: ['b'], 9: ['x'] }, g: [5] }),
    step(3, { full: true, l: { 1: { z: 0 } } }),
    step(4, { l: { 1: { y: 1 } } }),
  );
  const namesAt = (at: number): object =>
    Object.fromEntries(
      [...states.at(at).names].map(([frame, own]) => [frame, Object.fromEntries(own)]),
    );
  const expected = [
    { 1: { a: 1, b: '2' } },
    { 1: { a: 3, b: '2' }, 2: { c: 5 } },
    { 1: { a: 3 } },
    { 1: { z: 0 } },
    { 1: { z: 0, y: 1 } },
  ];

  it('knows names and objects at each step, in whatever order the steps are asked for', () => {
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 3, 1, 1, 4],
    ])
      for (const at of order) assert.deepEqual(namesAt(at), expected[at], `${order.join()}: ${at}`);
    const heaps = [0, 1, 2, 3, 4].map((at) => [...states.at(at).heap.keys()]);
    assert.deepEqual(heaps, [[5], [5, 6], [6], [], []]);
  });

  it('leaves a step that was handed out as it was', () => {
    const first = states.at(0);
    states.at(1);
    assert.deepEqual(first.names.get(1)?.get('a'), 1);
    assert.deepEqual([...first.heap.keys()], [5]);
  });

  it('fills in what an object’s line does not say', () => {
    const plain = {
      kind: 'leaf',
      type: 'int',
      size: 0,
      items: [],
      fields: [],
      says: undefined,
      line: undefined,
      frame: undefined,
      mro: [],
      slots: [],
      dataDescriptors: [],
      references: undefined,
      generation: undefined,
    };
    assert.deepEqual(states.at(1).heap.get(6), plain);
    const whole = { k: 'class', t: 'type', n: 1, v: [['x', 1]], f: [['y', 2]], s: 'says' };
    const more = { line: 3, frame: 4, mro: ['C'], slots: ['s'], data: ['d'], rc: 5, gen: 2 };
    const recording = recorded(code(1), step(0, { h: { 7: { ...whole, ...more } } }));
    assert.deepEqual(recording.at(0).heap.get(7), {
      kind: 'class',
      type: 'type',
      size: 1,
      items: [['x', 1]],
      fields: [['y', 2]],
      says: 'says',
      line: 3,
      frame: 4,
      mro: ['C'],
      slots: ['s'],
      dataDescriptors: ['d'],
      references: 5,
      generation: 2,
    });
  });

  it('tells which names and objects a step changes', () => {
    const of = (at: number): readonly unknown[] => {
      const { names, objects } = changesIn(states.at(at), at === 0 ? undefined : states.at(at - 1));
      return [[...names], [...objects]];
    };
    assert.deepEqual([0, 1, 2, 4].map(of), [
      [[], []],
      [['1.a', '2.c'], [6]],
      [[], []],
      [['1.y'], []],
    ]);
    const same = { 5: { k: 'list', t: 'list', n: 1, v: [1] } };
    const again = recorded(
      code(1),
      step(0, { h: same }),
      step(1, { h: same }),
      step(2, { h: { 5: { ...same[5], v: [2] } } }),
    );
    const changed = [1, 2].map((at) => [...changesIn(again.at(at), again.at(at - 1)).objects]);
    assert.deepEqual(changed, [[], [5]]);
  });

  it('leads to the next and the last step that changes a name or an object', () => {
    const list = (v: number): object => ({ h: { 5: { k: 'list', t: 'list', n: 1, v: [v] } } });
    const index = new ChangeIndex(
      recorded(
        code(1),
        step(0, list(0)),
        step(1, { ...list(1), l: { 1: { a: 1 } } }),
        step(2),
        step(3, { ...list(2), l: { 1: { a: 2 } } }),
        step(4),
      ),
    );
    const a = { frame: 1, name: 'a' };
    const near = (from: number, direction: 1 | -1): readonly unknown[] =>
      [a, { id: 5 }].map((watched) => index.nearest(watched, from, direction));
    assert.deepEqual(near(0, 1), [1, 1]);
    assert.deepEqual(near(1, 1), [3, 3]);
    assert.deepEqual(near(3, 1), [undefined, undefined]);
    assert.deepEqual(near(4, -1), [3, 3]);
    assert.deepEqual(near(3, -1), [1, 1]);
    assert.deepEqual(near(1, -1), [undefined, undefined]);
    assert.equal(index.nearest({ frame: 2, name: 'a' }, 0, 1), undefined);
    assert.equal(index.nearest({ id: 6 }, 4, -1), undefined);
  });
});

describe('going through a recording', () => {
  const main = [1, 1, 1] as const;
  const inner = (line: number): readonly unknown[] => [main, [2, 2, line]];

  it('passes what a call runs, and leaves with the frame', () => {
    const recording = recorded(
      code(1),
      code(2),
      step(0, { s: [main] }),
      step(1, { k: 'call', s: inner(5) }),
      step(2, { s: inner(6), t: 1 }),
      step(3, { s: inner(6) }),
      step(4, { k: 'return', s: inner(7) }),
      step(5, { s: [[1, 1, 2]] }),
    );
    assert.deepEqual(
      [0, 1, 3, 4, 5].map((at) => over(recording, at)),
      [5, 3, 4, 5, undefined],
    );
    assert.deepEqual(
      [0, 1, 3, 4].map((at) => out(recording, at)),
      [undefined, 5, 5, 5],
    );
    assert.equal(over(recording, 2), undefined, 'the other thread has no more steps');
  });

  it('leaves a frame that is unwound, and a generator that yields, but not another that waits', () => {
    for (const [kind, of, left] of [
      ['unwind', 'function', 2],
      ['yield', 'generator', 2],
      ['yield', 'async generator', 2],
      ['raise', 'function', 1],
      ['yield', 'function', 1],
    ] as const) {
      const recording = recorded(
        code(1),
        code(2, { kind: of }),
        step(0, { k: kind, s: inner(5) }),
        step(1, { s: inner(6) }),
        step(2, { s: [main] }),
      );
      assert.equal(over(recording, 0), left, `${kind} of a ${of}`);
    }
  });

  it('stays with a coroutine that waits until it has returned', () => {
    const other = [main, [3, 3, 1]];
    const recording = recorded(
      code(1),
      code(2, { kind: 'coroutine' }),
      code(3, { kind: 'coroutine' }),
      step(0, { s: inner(5) }),
      step(1, { k: 'yield', s: inner(6) }),
      step(2, { s: other }),
      step(3, { k: 'return', s: other }),
      step(4, { k: 'resume', s: inner(6) }),
      step(5, { k: 'return', s: inner(7) }),
      step(6, { s: [main] }),
    );
    assert.deepEqual(
      [0, 1, 4, 5].map((at) => over(recording, at)),
      [1, 4, 5, 6],
    );
    assert.deepEqual(
      [0, 1, 4, 5].map((at) => out(recording, at)),
      [6, 6, 6, 6],
    );
    const torn = recorded(code(2, { kind: 'coroutine' }), step(0, { s: [[2, 2, 1]] }));
    assert.equal(out(torn, 0), undefined);
  });

  it('counts frames that are left out', () => {
    const recording = recorded(
      code(1),
      step(0, { s: [main], m: 2 }),
      step(1, { s: [main], m: 3 }),
      step(2, { s: [main], m: 2 }),
      step(3, { s: [main], m: 1 }),
    );
    assert.deepEqual([over(recording, 0), out(recording, 0)], [2, 3]);
  });

  it('goes to a line where it is about to run next, or ran last', () => {
    const at = (n: number, line: number, more: object = {}): object =>
      step(n, { s: [[1, 1, line]], ...more });
    const recording = recorded(
      code(1),
      code(2, { file: 'other.py' }),
      at(0, 1),
      at(1, 2),
      at(2, 2, { k: 'return' }),
      step(3, { s: [main, [2, 2, 2]] }),
      at(4, 1),
      at(5, 3),
    );
    const to = (from: number, line: number, file = 'main.py'): number | undefined =>
      toLine(recording, from, file, line);
    assert.deepEqual([to(0, 1), to(4, 1), to(5, 1)], [4, 0, 4]);
    assert.deepEqual([to(0, 2), to(1, 2), to(5, 2)], [1, undefined, 1]);
    assert.deepEqual([to(5, 3), to(0, 9), to(0, 2, 'other.py')], [undefined, undefined, 3]);
  });

  it('goes to the step by which a byte was written', () => {
    const recording = recorded(
      code(1),
      step(0),
      step(1, { o: [3, 0] }),
      step(2, { o: [3, 2] }),
      step(3, { o: [4, 2] }),
    );
    const to = (stream: 0 | 1, byte: number): number | undefined =>
      toOutput(recording, stream, byte);
    assert.deepEqual([to(0, 0), to(0, 2), to(0, 3), to(0, 4)], [1, 1, 3, undefined]);
    assert.deepEqual([to(1, 0), to(1, 2)], [2, undefined]);
    assert.equal(toOutput(recorded(code(1), step(0, { o: [1, 0] })), 0, 0), 0);
  });
});

describe('a part of a program that runs on its own', () => {
  for (const [text, alone] of [
    ['    a\n      b\n', 'a\n  b\n\n'],
    ['  a\n\n \n  b', 'a\n\n\nb\n'],
    ['    a\n  b', '  a\nb\n'],
    ['\ta\r\n\t\tb', 'a\n\tb\n'],
    ['\ta\n    b', '\ta\n    b\n'],
    ['', '\n'],
    ['a\n  b', 'a\n  b\n'],
  ] as const)
    it(`has none of the blanks that all of its lines begin with: ${JSON.stringify(text)}`, () => {
      assert.equal(dedent(text), alone);
    });
});
