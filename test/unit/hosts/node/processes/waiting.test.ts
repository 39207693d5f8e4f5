import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { follow } from './followedRun.js';
import type { Followed } from './followedRun.js';
import { everyPython, somePython } from './pythons.js';
import { processes } from './trusted.js';

/** Ways to read a line that none could tell from a program's text; each prints it with `got` before it. */
const readers = {
  input: 'print("got", input("? "))',
  'an iterator over input': 'for line in iter(input, "stop"):\n    print("got", line)\n    break',
  'a line of stdin': 'import sys\nprint("got", sys.stdin.readline())',
  'input by another name': 'ask = getattr(__builtins__, "inp" + "ut")\nprint("got", ask())',
  'the bare descriptor': 'import os\nprint("got", os.read(0, 99).decode())',
  'a copy of the descriptor': 'import os\nprint("got", open(os.dup(0)).readline())',
  'a thread':
    'import threading\nt = threading.Thread(target=lambda: print("got", input()))\nt.start()\nt.join()',
  select:
    'import select, sys\nselect.select([sys.stdin], [], [])\nprint("got", sys.stdin.readline())',
  poll: 'import select, sys\np = select.poll()\np.register(0, select.POLLIN)\np.poll()\nprint("got", sys.stdin.readline())',
  epoll:
    'import select, sys\np = select.epoll()\np.register(0, select.EPOLLIN)\np.poll()\nprint("got", sys.stdin.readline())',
  'a child':
    'import subprocess, sys\nsubprocess.run([sys.executable, "-c", "print(\'got\', input())"])',
};

describe('A program that waits for input', function () {
  this.timeout(120_000);
  let python: Interpreter;
  let folder: string;
  let runner: PythonRunner;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    python = await somePython();
    folder = mkdtempSync(join(tmpdir(), 'lab-waiting-'));
    runner = new PythonRunner(processes);
  });
  after(() => {
    runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (code: string, timeout?: number, interpreter = python): Followed => {
    const file = join(folder, 'program.py');
    writeFileSync(file, code);
    const limit = timeout === undefined ? {} : { timeout };
    return follow(runner, { interpreter, file, cwd: folder, ...limit });
  };

  for (const [name, code] of Object.entries(readers))
    it(`is seen to wait by ${name}`, async () => {
      const run = start(code);
      await run.until(() => run.isWaiting());
      run.write('this');
      const { stdout } = await run.result;
      assert.match(stdout, /got this/);
    });

  it('is seen on every Python', async () => {
    for (const interpreter of await everyPython()) {
      const run = start(readers.input, undefined, interpreter);
      await run.until(() => run.isWaiting());
      run.write('this');
      assert.match((await run.result).stdout, /got this/, interpreter.version);
    }
  });

  it('is not said to wait while it works, nor once its input has ended', async () => {
    let waited = 0;
    const file = join(folder, 'works.py');
    writeFileSync(
      file,
      'import sys, time\ntime.sleep(0.3)\nsum(range(3_000_000))\nsys.stdin.read()\ntime.sleep(0.1)',
    );
    const request = { interpreter: python, file, cwd: folder };
    const run = runner.start(request, () => undefined, { onWaiting: () => (waited += 1) });
    run.endInput();
    assert.equal((await run.result).code, 0);
    assert.equal(waited, 0);
  });

  it('has all the time that the learner takes, and the rest of its own afterwards', async () => {
    const limit = 1.5;
    const run = start('input("? ")\nprint("thanks")\nwhile True: pass', limit);
    await run.until(() => run.isWaiting());
    const began = performance.now();
    await new Promise((later) => setTimeout(later, limit * 1000 + 500));
    assert.ok(run.isWaiting(), `it ended after ${performance.now() - began} ms`);
    run.write('');
    await run.shown('stdout', 'thanks');
    assert.equal((await run.result).ended, 'timeout');
  });
});
