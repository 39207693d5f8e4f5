import assert from 'node:assert/strict';
import type { ChoiceItem, QuizItem, TextItem } from '../../../../src/core/pack/pack.js';
import { likeness, nearDuplicates } from '../../../../src/app/proving/likeness.js';
import { refusedForms } from '../../../../src/app/proving/textForms.js';
import { isWanted } from '../../../../src/app/proving/wanted.js';

const base = { id: 'i', question: 'q', level: 'core', explanation: '', python: '' } as const;
const prompted = (prompt: string): TextItem => ({
  ...base,
  kind: 'text',
  prompt,
  accept: ['x'],
  forgive: [],
});
const text = (accept: readonly string[], more: Partial<TextItem> = {}): readonly string[] => {
  const item: TextItem = { ...prompted('What?'), accept, ...more };
  return refusedForms({ id: 'q', packId: 'p', title: '', description: '', items: [item] });
};

describe('how alike two items are', () => {
  it('is 1 where they ask the same, and 0 where they share no three words', () => {
    assert.equal(likeness(prompted('Which name is it?'), prompted('which NAME is: it')), 1);
    assert.equal(likeness(prompted('one two three'), prompted('two three one')), 0);
    assert.equal(likeness(prompted(''), prompted('')), 0);
  });

  it('is the share of runs of three words that both have', () => {
    assert.equal(likeness(prompted('a b c d'), prompted('a b c e')), 1 / 3);
    assert.equal(likeness(prompted('a b c'), prompted('a b c d e')), 1 / 3);
  });

  it('counts what the learner reads and must find', () => {
    const choice = (right: string, wrong: string): ChoiceItem => ({
      ...base,
      kind: 'single',
      prompt: 'Which?',
      options: [
        { text: right, correct: true, why: '' },
        { text: wrong, correct: false, why: '' },
      ],
    });
    assert.equal(likeness(choice('a b c', 'd e f'), choice('a b c', 'g h i')), 1);
    assert.equal(likeness(choice('a b c', 'd e f'), choice('g h i', 'd e f')), 0);
    const made: readonly ((of: string) => QuizItem)[] = [
      (code) => ({ ...base, kind: 'output', prompt: 'What?', code, answer: '' }),
      (code) => ({ ...base, kind: 'defect', prompt: 'Where?', code, faulty: [1], repairs: [] }),
      (starter) => ({
        ...base,
        kind: 'code',
        prompt: 'Write.',
        starter,
        solution: '',
        checks: [],
      }),
      (line) => ({ ...base, kind: 'order', prompt: 'Order.', lines: [line], distractors: [] }),
    ];
    for (const of of made) {
      assert.equal(likeness(of('a = b + c'), of('a = b - c')), 1);
      assert.equal(likeness(of('a = b + c'), of('x = y + z')), 0);
      assert.ok(likeness(of('a b c d'), prompted(of('').prompt)) < 1);
    }
  });

  it('is told of each pair under its later name, from a quarter on', () => {
    const items = ['a b c d', 'a b c e', 'x y z', 'a b c f g'].map((prompt, at) => ({
      name: `q#${at}`,
      item: prompted(prompt),
    }));
    assert.deepEqual(nearDuplicates(items), [
      { name: 'q#1', fault: 'it is like q#0 (0.33 of 1)' },
      { name: 'q#3', fault: 'it is like q#0 (0.25 of 1)' },
      { name: 'q#3', fault: 'it is like q#1 (0.25 of 1)' },
    ]);
    assert.deepEqual(
      nearDuplicates(
        [items[0], { name: 'q#4', item: prompted('a b c e f g') }].flatMap((i) => i ?? []),
      ),
      [],
    );
  });
});

describe('the forms of a name that a text item takes', () => {
  it('are all right where the item takes each', () => {
    assert.deepEqual(text(['yield']), []);
    assert.deepEqual(text(['functools.lru_cache', '/(?:functools\\.)?lru_cache(?:\\(\\))?/']), []);
  });

  it('are told where one is refused', () => {
    assert.deepEqual(text(['functools.lru_cache', 'functools.lru_cache()']), [
      'i refuses “lru_cache”',
      'i refuses “`lru_cache`”',
      'i refuses “ lru_cache ”',
      'i refuses “lru_cache()”',
      'i refuses “`lru_cache()`”',
      'i refuses “ lru_cache() ”',
    ]);
  });

  it('have no blank in a pattern that is tried without blanks', () => {
    const blank =
      'blanks are taken out of an answer before “/a b/” is tried, so its own never match';
    const told = (form: string): boolean =>
      text(['ab', form], { forgive: ['blanks'] }).includes(`i: ${blank.replace('/a b/', form)}`);
    assert.deepEqual(['/a b/', '/a\\ b/', '/[ ]b/', 'a b', '/a b', 'a b/', '/ab/'].map(told), [
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(text(['ab', '/a b/'], { forgive: ['case'] }), []);
  });
});

describe('what is wanted of a pack', () => {
  for (const [only, name, wanted] of [
    [[], 'gil', true],
    [['gil'], 'gil', true],
    [['gil'], 'gil/race', true],
    [['gil'], 'gil#race', true],
    [['gil'], 'gil race', true],
    [['gil'], 'gilded', false],
    [['gil/race'], 'gil', false],
    [['mro', 'gil'], 'gil/race', true],
    [['race'], 'gil/race', false],
  ] as const)
    it(`${wanted ? 'holds' : 'leaves out'} ${name} where ${JSON.stringify(only)} is asked for`, () => {
      assert.equal(isWanted(only, name), wanted);
    });
});
