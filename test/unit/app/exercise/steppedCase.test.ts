import assert from 'node:assert/strict';
import { steppedCase } from '../../../../src/app/exercise/steppedCase.js';
import { recordedCode } from '../../hosts/node/recorder/recordedCode.js';

const checks = `import unittest

from double_it import double


def test_plain():
    assert double(2) == 4


def test_many(value, expected):
    assert double(value) == expected


test_many.cases = {"of \\"text\\"": ("ab", "abab"), 7: {"value": 7, "expected": 14}}


async def test_waits():
    assert double(3) == 6


class TestClass(unittest.TestCase):
    def test_method(self):
        self.assertEqual(double(5), 10)
`;
const exercise = {
  module: 'double_it',
  checks,
  files: [],
  python: '',
  requires: [],
  timeout: 10,
};

describe('Stepping through one check of an exercise', function () {
  this.timeout(60_000);

  const cases: readonly (readonly [string, string])[] = [
    ['test_plain', '2'],
    ['test_many[of "text"]', "'ab'"],
    ['test_many[7]', '7'],
    ['test_waits', '3'],
    ['TestClass.test_method', '5'],
  ];
  for (const [name, value] of cases)
    it(`calls the learner’s module with what ${name} gives it, and nothing else`, async () => {
      const stepped = steppedCase(exercise, name, 'def double(value):\n    return value\n');
      const recording = await recordedCode(stepped);
      const given: unknown[] = [];
      let begins = -1;
      for (let at = 0; at < recording.length; at++) {
        const { kind, stack, names } = recording.at(at);
        const frame = stack.at(-1);
        if (kind === 'line' && frame?.code.file === 'program.py' && frame.line === stepped.begin)
          begins = at;
        if (kind === 'call' && frame?.code.name === 'double') {
          assert.ok(begins >= 0, 'it begins before');
          given.push(names.get(frame.id)?.get('value'));
        }
      }
      assert.deepEqual(given, [value]);
    });
});
