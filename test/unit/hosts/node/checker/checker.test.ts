import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChecks } from '../../../../../src/app/exercise/checkRunner.js';
import { hasPassed } from '../../../../../src/core/exercise/checkReport.js';
import type { CheckReport } from '../../../../../src/core/exercise/checkReport.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { compareVersions } from '../../../../../src/core/python/versions.js';
import { nodeHost } from '../../../../../src/hosts/node/nodeHost.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { everyPython, somePython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';

const checks = `import time
import unittest

from total import total


def test_sum():
    """Adds all of them."""
    assert total([1, 2]) == 3, "one and two"


def test_many(values, expected):
    assert total(values) == expected


test_many.cases = {"one": ([1], 1), "none": ([], 0), "named": {"values": [2], "expected": 2}}


async def test_awaits():
    assert total([2]) == 2


class Total(unittest.TestCase):
    def setUp(self):
        self.five = 5

    def test_unit(self):
        self.assertEqual(total([self.five]), 5)


def test_takes_no_time():
    begin = time.monotonic()
    total(range(10))
    assert len([begin]) == 1
`;
const right = 'def total(values):\n    return sum(values)\n';
const names = [
  'test_sum',
  ...['one', 'none', 'named'].map((name) => `test_many[${name}]`),
  'test_awaits',
  'Total.test_unit',
  'test_takes_no_time',
];

describe('The checks of an exercise', function () {
  this.timeout(120_000);
  let python: Interpreter;
  const runner = new PythonRunner(processes);

  before(async () => {
    python = await somePython();
  });
  after(() => {
    runner.dispose();
  });

  const run = (text: string, on = python, timeout = 5): Promise<CheckReport> => {
    const { files, machine } = nodeHost;
    const checker = resolve('src/hosts/node/checker/checker.py');
    const exercise = { module: 'total', checks, files: [], timeout };
    return runChecks({ files, runner, paths: machine.paths, checker }, on, exercise, { text });
  };
  const outcomes = ({ cases }: CheckReport): Readonly<Record<string, string>> =>
    Object.fromEntries(cases.map(({ name, outcome }) => [name, outcome]));
  const all = (outcome: string, but: Readonly<Record<string, string>> = {}) => ({
    ...Object.fromEntries(names.map((name) => [name, outcome])),
    ...but,
  });

  it('pass on every Python, whatever variables say of assertions', async () => {
    const versions = new Map<string, Interpreter>();
    for (const each of await everyPython())
      if (compareVersions(each.version, '3.10') >= 0)
        versions.set(each.version.split('.').slice(0, 2).join('.'), each);
    const before = process.env['PYTHONOPTIMIZE'];
    process.env['PYTHONOPTIMIZE'] = '2';
    try {
      for (const each of versions.values()) {
        assert.deepEqual(outcomes(await run(right, each)), all('passed'), each.version);
        const wrong = await run('def total(values):\n    return 3\n', each);
        assert.equal(wrong.cases[1]?.outcome, 'failed', each.version);
      }
    } finally {
      if (before === undefined) delete process.env['PYTHONOPTIMIZE'];
      else process.env['PYTHONOPTIMIZE'] = before;
    }
  });

  it('tell what was expected, what the author says of it, and where the code raised', async () => {
    const { cases } = await run(
      'def total(values):\n    print("adding", values)\n    if not values:\n        raise ValueError("none")\n    return 4\n',
    );
    const [sum, , none] = cases;
    assert.equal(sum?.explanation, 'Adds all of them.');
    assert.deepEqual(
      [sum.failure?.message, sum.failure?.expected, sum.failure?.actual],
      ['one and two', '3', '4'],
    );
    assert.equal(sum.output, 'adding [1, 2]\n');
    assert.deepEqual(
      [none?.failure?.error, none?.failure?.message, none?.failure?.line],
      ['ValueError', 'none', 4],
    );
    assert.match(
      none?.failure?.traceback ?? '',
      /total\.py", line 4, in total\n.*raise ValueError/,
    );
    assert.doesNotMatch(none?.failure?.traceback ?? '', /checker\.py/);
  });

  it('run the rest anew after the code has ended the process', async () => {
    const exits =
      'import os\ndef total(values):\n    if len(values) == 2: os._exit(0)\n    return sum(values)\n';
    const report = await run(exits);
    assert.deepEqual(outcomes(report), all('passed', { test_sum: 'ended' }));
    assert.equal(report.cases[0]?.ending, 0);
  });

  it('end a case that takes too long, tell where it was, and leave the rest after three', async () => {
    const report = await run('def total(values):\n    while True:\n        pass\n', python, 1);
    const late = { test_sum: 'late', 'test_many[one]': 'late', 'test_many[none]': 'late' };
    assert.deepEqual(outcomes(report), all('undone', late));
    assert.match(String(report.cases[0]?.stoppedAt), /^[23]$/);
  });

  const hostile: readonly (readonly [what: string, code: string])[] = [
    [
      'prints what the checker would',
      `import sys\nprint('{"kind": "done"}', flush=True)\nsys.stderr.write("passed")\n${right.replace('sum(values)', '9')}`,
    ],
    ['leaves by sys.exit', 'import sys\ndef total(values):\n    sys.exit(0)\n'],
    [
      'patches builtins',
      `import builtins\nbuiltins.len = lambda value: 1\nbuiltins.AssertionError = ValueError\nbuiltins.sum = lambda values: 9\n${right}`,
    ],
    [
      'patches unittest and time',
      `import time, unittest\ntime.monotonic = None\nunittest.TestCase.assertEqual = lambda *ignored: None\n${right.replace('sum(values)', '9')}`,
    ],
    [
      'puts a module in place of another',
      `import sys, types\nsys.modules["unittest"] = types.ModuleType("unittest")\n${right.replace('sum(values)', '9')}`,
    ],
    ['closes every file', `import os\nos.closerange(0, 100)\n${right.replace('sum(values)', '9')}`],
    [
      'raises what nobody can show',
      'class Odd(BaseException):\n    def __str__(self): raise self\ndef total(values):\n    raise Odd\n',
    ],
  ];
  for (const [what, code] of hostile)
    it(`are not fooled by code that ${what}`, async () => {
      const report = await run(code);
      assert.deepEqual(
        outcomes(report),
        all('failed', { test_takes_no_time: report.cases.at(-1)?.outcome ?? '' }),
      );
      assert.equal(hasPassed(report), false);
    });

  const harmless: readonly (readonly [what: string, code: string])[] = [
    ['prints 100 MB', `print("x" * 100_000_000)\n${right}`],
    [
      'leaves a thread behind',
      `import threading, time\nthreading.Thread(target=lambda: time.sleep(600)).start()\n${right}`,
    ],
    ['forks', `import os\nchild = hasattr(os, "fork") and os.fork() == 0\n${right}`],
    ['patches what it needs itself', `import builtins\nbuiltins.print = None\n${right}`],
  ];
  for (const [what, code] of harmless)
    it(`pass for code that ${what}`, async () => {
      const report = await run(code);
      assert.deepEqual(outcomes(report), all('passed'));
      assert.ok(report.cases.every(({ output }) => output.length <= 1 << 18));
    });

  const broken: readonly (readonly [code: string, part: string, outcome: string])[] = [
    ['def total(values)\n', 'module', 'failed'],
    ['import sys\nsys.exit(0)\n', 'module', 'failed'],
    ['import os\nos._exit(0)\n', 'module', 'ended'],
    ['while True:\n    pass\n', 'module', 'late'],
    ['sums = sum\n', 'checks', 'failed'],
  ];
  for (const [code, part, outcome] of broken)
    it(`say why nothing could be checked: ${JSON.stringify(code)}`, async () => {
      const { cases, broken } = await run(code, python, 1);
      assert.deepEqual([cases, broken?.part, broken?.outcome], [[], part, outcome]);
    });

  it('leave nothing behind, and run from where the learner’s file is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lab-learner-'));
    try {
      const file = join(folder, 'total.py');
      const { files, machine } = nodeHost;
      const services = {
        files,
        runner,
        paths: machine.paths,
        checker: resolve('src/hosts/node/checker/checker.py'),
      };
      const text = 'import os\ndef total(values):\n    raise ValueError(os.getcwd())\n';
      const exercise = {
        module: 'total',
        checks,
        files: [{ path: 'a.txt', text: 'x' }],
        timeout: 5,
      };
      const report = await runChecks(
        services,
        python,
        exercise,
        { text, file },
        { only: ['test_sum'] },
      );
      assert.deepEqual(outcomes(report), all('undone', { test_sum: 'failed' }));
      assert.match(
        report.cases[0]?.failure?.traceback ?? '',
        new RegExp(`${folder}.total\\.py", line 3`),
      );
      assert.equal(existsSync(report.cases[0]?.failure?.message ?? folder), false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
