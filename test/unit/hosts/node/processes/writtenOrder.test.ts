import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { everyPython, somePython } from './pythons.js';
import { processes } from './trusted.js';
import { shownRun } from './writtenPieces.js';
import type { ShownRun } from './writtenPieces.js';

const posix = process.platform !== 'win32';

describe('The order of both streams', function () {
  this.timeout(240_000);
  let pythons: readonly Interpreter[];
  let python: Interpreter;
  let folder: string;
  let runner: PythonRunner;

  before(async () => {
    pythons = await everyPython();
    python = await somePython();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lab-order-test-'));
    runner = new PythonRunner(processes);
  });
  afterEach(() => {
    runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = (code: string, interpreter = python): Promise<ShownRun> =>
    shownRun(runner, folder, code, interpreter);

  it('is that in which Python writes, on every Python', async () => {
    const code = `
import sys
for n in range(30):
    print(n, end=' ', flush=True)
    print('e', n, file=sys.stderr, flush=True)
sys.stdout.buffer.write(b'x' * 100_000)
sys.stderr.buffer.write(b'y' * 100_000)
print('z', end='')
`;
    const expected = Array.from({ length: 30 }, (_, n) => `${n} [e ${n}\n]`).join('');
    const long = `${'x'.repeat(100_000)}[${'y'.repeat(100_000)}]z`;
    for (const interpreter of pythons) {
      const { all, code: exit } = await shown(code, interpreter);
      assert.equal(exit, 0, all.slice(0, 2000));
      assert.ok(all === expected + long, `${interpreter.version}: ${all.slice(0, 2000)}`);
    }
  });

  it('is kept by loggers, warnings, tracebacks, threads and what is said at the very end', async () => {
    const { all } = await shown(`
import atexit, logging, sys, threading, traceback
print('one'); logging.error('two'); print('three')
try: 1/0
except ZeroDivisionError as error: print(error); traceback.print_exception(error, limit=0); print('five')
for word in ('six', 'eight'):
    thread = threading.Thread(target=lambda: print(word, file=sys.stderr)); thread.start(); thread.join(); print('then')
class Last:
    def __del__(self, err=sys.stderr): print('last', file=err); print('very last')
last = Last()
atexit.register(lambda: (print('exit', file=sys.stderr), print('soon')))
`);
    const expected =
      'one\n[ERROR:root:two\n]three\ndivision by zero\n[ZeroDivisionError: division by zero\n]five\n' +
      '[six\n]then\n[eight\n]then\n[exit\n]soon\n[last\n]very last\n';
    assert.equal(all, expected);
  });

  it('is kept by processes that fork', async function () {
    if (!posix) this.skip();
    const { all } = await shown(`
import os, sys
for n in range(5):
    if not (pid := os.fork()):
        print('child', n, flush=True); print('says', n, file=sys.stderr); print('end', n); sys.stdout.flush(); os._exit(0)
    os.waitpid(pid, 0)
    print('parent', n, file=sys.stderr)
`);
    const expected = Array.from(
      { length: 5 },
      (_, n) => `child ${n}\n[says ${n}\n]end ${n}\n[parent ${n}\n]`,
    ).join('');
    assert.equal(all, expected);
  });

  it('is shown in as many pieces as a page can bear', async () => {
    const file = join(folder, 'program.py');
    writeFileSync(
      file,
      'import os\nimport sys\nfor n in range(20_000):\n    sys.stdout.write("o"); sys.stderr.write("e")\nprint("end")',
    );
    let pieces = 0;
    let tail: readonly { readonly text: string }[] = [];
    const { stdout } = await runner.start(
      { interpreter: python, file, cwd: folder, timeout: 60 },
      () => (pieces += 1),
      { onTail: ({ chunks }) => (tail = chunks) },
    ).result;
    assert.equal(stdout.trimEnd(), `${'o'.repeat(20_000)}end`);
    assert.ok(pieces + tail.length < 10_000, `${pieces} and ${tail.length}`);
    assert.match(tail.at(-1)?.text ?? '', /^end\s*$/);
  });
});
