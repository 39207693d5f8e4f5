import assert from 'node:assert/strict';
import { judgeCode } from '../../../../src/app/quiz/judgeCode.js';
import type { Interpreter } from '../../../../src/core/python/interpreter.js';
import type { CheckResult } from '../../../../src/core/quiz/grade.js';
import { nodeHost } from '../../../../src/hosts/node/nodeHost.js';
import { PythonRunner } from '../../../../src/hosts/node/processes/runner.js';
import { somePython } from '../../hosts/node/processes/pythons.js';
import { processes } from '../../hosts/node/processes/trusted.js';

/** The ids in a text, of which one may be what a check prints at its end, and an end that looks sound. */
const guess = (text: string): string => `import os, re, sys
for found in re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", ${text}):
    print(found)
sys.stdout.flush()
os._exit(0)
`;
const files = '"".join(open(name).read() for name in os.listdir())';
const cheats: Readonly<Record<string, string>> = {
  'reads its own file': guess('open(__file__).read()'),
  'reads the file that was started': guess('open(sys.argv[0]).read()'),
  'reads every file beside it': guess(files),
  'reads the lines that tracebacks show': guess(
    '"".join(__import__("linecache").getlines(__file__))',
  ),
  'reads its input': guess('sys.stdin.read() + os.read(0, 100).decode()'),
  'reads its environment and arguments': guess('repr((os.environ, sys.argv, sys.orig_argv))'),
  'reads its own constants': guess('repr(sys._getframe().f_code.co_consts)'),
  'reads what the main module holds': guess('repr(vars(sys.modules["__main__"]))'),
  'ends before the check': 'raise SystemExit',
};

describe('The code of a quiz', function () {
  this.timeout(120_000);
  let python: Interpreter;
  const runner = new PythonRunner(processes);

  before(async () => {
    python = await somePython();
  });
  after(() => {
    runner.dispose();
  });

  const judge = (code: string, check: string): Promise<readonly CheckResult[]> =>
    judgeCode({ files: nodeHost.files, runner, paths: nodeHost.machine.paths }, python, code, [
      check,
    ]);

  for (const [does, code] of Object.entries(cheats))
    it(`does not pass when it ${does}`, async () => {
      const [result] = await judge(code, 'assert False, "it should hold"');
      assert.equal(result?.passed, false);
    });

  it('is a main program as any other', async () => {
    const code = `from __future__ import annotations
import dataclasses, inspect, pickle, sys

@dataclasses.dataclass
class Point:
    x: int

assert __name__ == "__main__" and sys.modules["__main__"].Point is Point
`;
    const check = `import os
assert pickle.loads(pickle.dumps(Point(1))) == Point(1)
assert "x: int" in inspect.getsource(Point)
assert os.path.basename(sys.argv[0]) == os.path.basename(__file__) == "answer.py"
try:
    input()
except EOFError:
    pass
print("no line end", end="")`;
    assert.deepEqual(await judge(code, check), [{ passed: true, message: check }]);
  });

  it('says what failed and not how it was run', async () => {
    assert.deepEqual(await judge('x = 1 / 0', 'assert x'), [
      {
        passed: false,
        message: 'Expected: assert x\nIt raised ZeroDivisionError: division by zero',
      },
    ]);
    assert.deepEqual(await judge('x = 1', 'assert x == 2, "x is two"'), [
      { passed: false, message: 'Expected: x is two' },
    ]);
    const [result] = await judge('x = (', 'assert x');
    assert.match(result?.message ?? '', /It raised SyntaxError/);
  });
});
