import assert from 'node:assert/strict';
import { checkExercise } from '../../../../src/core/pack/checkPack.js';
import type { Fault } from '../../../../src/core/pack/pack.js';
import { parseExercise } from '../../../../src/core/pack/parseExercise.js';

const whole: Readonly<Record<string, string>> = {
  'exercise.md':
    '---\ntitle: Total\ntopic: t\nminutes: 10\nhints:\n  - First.\n  - "`sum` adds."\n---\nAdd them.\n',
  'starter.py': 'def total(values): ...\n',
  'checks.py': 'from to_tal import total\n\ndef test_sum():\n    assert total([1]) == 1\n',
  'solutions/built-in.md':
    '---\ntitle: sum\norder: 2\ntime: O(n)\nmemory: O(1)\nwhen: Always.\n---\nBefore.\n\n```python\nfrom math import fsum as total\n```\n\nAfter.\n',
  'solutions/loop.md':
    '---\ntitle: A loop\norder: 1\ntime: O(n)\nmemory: O(1)\nwhen: To show it.\n---\n```python\ndef total(values):\n    return sum(values)\n```\n',
  'wrong/first.py': '"""Only the\nfirst counts."""\ndef total(values):\n    return values[0]\n',
  'wrong/none.py': '# Nothing\n# counts.\ndef total(values):\n    return 0\n',
  'files/data.csv': '1,2\n',
};

const contents = { questions: new Set(['sums']), files: new Set(['files/a.svg']) };

function parse(changes: Readonly<Record<string, string | undefined>> = {}, id = 'to-tal') {
  const entries = Object.entries({ ...whole, ...changes });
  const parts = entries.flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  const parsed = parseExercise('p', id, new Map(parts));
  return { ...parsed, faults: [...parsed.faults, ...checkExercise(parsed, contents)] };
}

describe('an exercise', () => {
  it('is read of all files in its folder', () => {
    const { exercise, wrong, faults } = parse();
    assert.deepEqual(faults, []);
    assert.equal(exercise?.module, 'to_tal');
    assert.equal(exercise.minutes, 10);
    assert.equal(exercise.timeout, 10);
    assert.deepEqual(exercise.hints, ['First.', '`sum` adds.']);
    assert.equal(exercise.body, 'Add them.\n');
    assert.deepEqual(
      exercise.approaches.map(({ id, code, text }) => [id, code, text]),
      [
        ['loop', 'def total(values):\n    return sum(values)\n', ''],
        ['built-in', 'from math import fsum as total\n', 'Before.\n\n\nAfter.'],
      ],
    );
    assert.deepEqual(
      wrong.map(({ name, misconception }) => [name, misconception]),
      [
        ['first', 'Only the first counts.'],
        ['none', 'Nothing counts.'],
      ],
    );
    assert.deepEqual(exercise.files, [{ path: 'data.csv', text: '1,2\n' }]);
  });

  const head = (line: string): string => whole['exercise.md']?.replace('minutes: 10', line) ?? '';
  const mistakes: readonly (readonly [
    what: string,
    changes: Readonly<Record<string, string | undefined>>,
    file: string,
    line: number,
    told: RegExp,
  ])[] = [
    ['no minutes', { 'exercise.md': head('level: core') }, 'exercise.md', 1, /minutes/],
    [
      'an unknown key',
      { 'exercise.md': head('minutes: 9\nhnits: []') },
      'exercise.md',
      4,
      /“hints”/,
    ],
    ['too long', { 'exercise.md': head('minutes: 241') }, 'exercise.md', 3, /at most 240/],
    [
      'no seconds',
      { 'exercise.md': head('minutes: 9\ntimeout: 0') },
      'exercise.md',
      4,
      /one second/,
    ],
    [
      'no requirement',
      { 'exercise.md': head('minutes: 9\nrequires: ["@"]') },
      'exercise.md',
      4,
      /pydantic/,
    ],
    [
      'a stray pointer',
      { 'exercise.md': head('minutes: 9\nrelated: [smus]') },
      'exercise.md',
      4,
      /“sums”/,
    ],
    [
      'a stray link in a hint',
      { 'exercise.md': head('minutes: 9').replace('First.', 'See [it](http://a.b).') },
      'exercise.md',
      5,
      /https/,
    ],
    [
      'an attribute',
      { 'exercise.md': `${whole['exercise.md'] ?? ''}\n\`\`\`python {name=a}\n\`\`\`\n` },
      'exercise.md',
      10,
      /attributes/,
    ],
    ['no front matter', { 'exercise.md': 'Add them.' }, 'exercise.md', 0, /front matter/],
    ['no task', { 'exercise.md': undefined }, 'exercise.md', 0, /has no “exercise.md”/],
    [
      'a tag twice',
      { 'exercise.md': head('minutes: 9\ntags: [a, a]') },
      'exercise.md',
      4,
      /stands twice/,
    ],
    [
      'a stray link in what a solution costs',
      { 'solutions/loop.md': whole['solutions/loop.md']?.replace('O(1)', '"[O](gone.md)"') },
      'solutions/loop.md',
      4,
      /“gone”/,
    ],
    [
      'a check that another replaces',
      { 'checks.py': 'def test_a():\n    pass\n\nasync def test_a():\n    pass\n' },
      'checks.py',
      3,
      /“test_a” stands twice/,
    ],
    [
      'nothing to do',
      { 'exercise.md': head('minutes: 9').replace('Add them.', '') },
      'exercise.md',
      7,
      /no task/,
    ],
    ['no starter', { 'starter.py': undefined }, 'exercise.md', 0, /“starter.py”/],
    ['an empty starter', { 'starter.py': ' \n' }, 'starter.py', 0, /empty/],
    [
      'measures that measure nothing',
      { 'measure.py': 'sizes = [1, 2]\n' },
      'measure.py',
      0,
      /make_input/,
    ],
    ['checks that check nothing', { 'checks.py': 'assert True\n' }, 'checks.py', 0, /test_/],
    [
      'no solution',
      { 'solutions/loop.md': undefined, 'solutions/built-in.md': undefined },
      'exercise.md',
      0,
      /no solution/,
    ],
    [
      'a solution without code',
      { 'solutions/loop.md': whole['solutions/loop.md']?.replace('```python', '```text') },
      'solutions/loop.md',
      7,
      /fence “python”/,
    ],
    [
      'a solution without its cost',
      { 'solutions/loop.md': whole['solutions/loop.md']?.replace('time: O(n)', 'tmie: O(n)') },
      'solutions/loop.md',
      3,
      /“time”/,
    ],
    [
      'a solution with two codes',
      { 'solutions/loop.md': `${whole['solutions/loop.md'] ?? ''}\n\`\`\`python\n\`\`\`\n` },
      'solutions/loop.md',
      12,
      /one fence/,
    ],
    [
      'a wrong solution that believes nothing',
      { 'wrong/first.py': 'def total(v): ...\n' },
      'wrong/first.py',
      0,
      /misconception/,
    ],
    [
      'a file in place of the learner’s',
      { 'files/to_tal.py': '' },
      'files/to_tal.py',
      0,
      /lies there/,
    ],
    [
      'a package in place of the learner’s',
      { 'files/To_tal/__init__.py': '' },
      'files/To_tal/__init__.py',
      0,
      /lies there/,
    ],
    ['a module in place of the checks', { 'files/Checks.py': '' }, 'files/Checks.py', 0, /there/],
    [
      'a solution that is another one',
      { 'solutions/loop.md': whole['solutions/built-in.md'] },
      'solutions/loop.md',
      0,
      /that of “solutions\/built-in.md”/,
    ],
    [
      'a wrong solution that is the starter',
      { 'starter.py': '# Misconception.\npass\n', 'wrong/first.py': '# Misconception.\npass' },
      'wrong/first.py',
      0,
      /that of “starter.py”/,
    ],
  ];
  for (const [what, changes, file, line, told] of mistakes)
    it(`tells its author of ${what}`, () => {
      const { faults } = parse(changes);
      const found: readonly (Fault | undefined)[] = faults;
      assert.equal(found[0]?.file, `exercises/to-tal/${file}`);
      assert.equal(found[0].line, line);
      assert.match(found[0].message, told);
    });

  for (const id of ['Total', 'con', 'queue', 'class', '3d', 'a_b', 'checks', 'debug-check'])
    it(`cannot be named ${id}`, () => {
      const { exercise, faults } = parse({}, id);
      assert.equal(exercise, undefined);
      assert.match(faults[0]?.message ?? '', /folder/);
    });
});
