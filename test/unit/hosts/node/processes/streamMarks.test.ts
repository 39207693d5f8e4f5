import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pythonEnvironment } from '../../../../../src/app/running/environment.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { StreamMarks } from '../../../../../src/hosts/node/processes/streamMarks.js';
import { StreamOrder } from '../../../../../src/hosts/node/processes/streamOrder.js';
import { everyPython, somePython } from './pythons.js';
import { processes } from './trusted.js';
import { shownRun } from './writtenPieces.js';
import type { ShownRun } from './writtenPieces.js';

const posix = process.platform !== 'win32';

/** Everything of a program that could tell how it was started. */
const selfPortrait = `
import atexit, cProfile, gc, io, os, pstats, sys, threading, traceback, warnings
def layers(file):
    while file is not None:
        yield repr(file).split(' at 0x')[0], type(file), file.isatty(), file.fileno()
        file = getattr(file, 'buffer', None) or getattr(file, 'raw', None)
print(sys.path, sys.argv, sys.orig_argv, sys.flags, sys._xoptions, sys.warnoptions)
print(sorted(sys.modules), sorted(sys.path_importer_cache), sys.meta_path, sys.path_hooks)
print({name: value for name, value in os.environ.items() if name != 'INTERVIEW_LAB_RUN'})
for file in (sys.stdin, sys.stdout, sys.stderr):
    print(*layers(file), file.encoding, file.errors, file.line_buffering, file.write_through, file.newlines)
print(vars(sys.stdout.buffer), sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
print({name: repr(value).split(' at 0x')[0] for name, value in globals().items()}, __spec__, __file__)
print(threading.enumerate(), atexit._ncallbacks(), gc.callbacks, warnings.filters, sys.gettrace(), sys.excepthook)
print(os.listdir('/dev/fd') if os.path.isdir('/dev/fd') else '')
if sys.platform == 'linux':
    print(os.path.exists('/proc/self/fd/3'), open(os.devnull).fileno())
seen = []
sys.setprofile(lambda frame, event, arg: seen.append((event, frame.f_code.co_name)))
print('profiled'); sys.stdout.flush()
sys.setprofile(None)
print(seen)
def deep(n): return n if n == 0 else deep(n - 1)
try:
    deep(10 ** 6)
except RecursionError as error:
    print(error, len(traceback.extract_tb(error.__traceback__)))
def fail():
    raise ExceptionGroup('several', [ValueError('one')]) if sys.version_info >= (3, 11) else ValueError('one')
warnings.warn('warned')
fail()
`;

/** Without what is another in every process. */
const lasting = (text: string): string => text.replace(/0x[\da-f]+|started \d+/gi, '…');

describe('What orders both streams', function () {
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

  it('cannot be noticed: a program finds all as it is without', async () => {
    for (const interpreter of pythons) {
      const { stdout, stderr } = await shown(selfPortrait, interpreter);
      const alone = spawnSync(interpreter.executable, [join(folder, 'program.py')], {
        cwd: folder,
        env: pythonEnvironment(process.env),
        encoding: 'utf8',
        input: '',
      });
      assert.equal(lasting(stdout), lasting(alone.stdout), interpreter.version);
      assert.equal(stderr, alone.stderr, interpreter.version);
    }
  });

  it('puts nothing into what the program or others read themselves', async function () {
    if (!posix) this.skip();
    const { stdout, stderr } = await shown(`
import os, subprocess, sys, tempfile
def captured(number, say):
    with tempfile.TemporaryFile() as file:
        kept = os.dup(number); os.dup2(file.fileno(), number)
        say(); os.dup2(kept, number); os.close(kept); file.seek(0)
        return file.read()
both = lambda: (print('out', end=''), print('err', end='', file=sys.stderr))
print(captured(1, both)); print(captured(2, both))
reader, writer = os.pipe(); kept = os.dup(1); os.dup2(writer, 1); both(); os.dup2(kept, 1); os.close(writer)
print(os.read(reader, 100))
child = 'import sys; print("o"); print("e", file=sys.stderr)'
print(subprocess.run([sys.executable, '-c', child], capture_output=True))
kept = os.dup(2); os.dup2(1, 2); both(); os.dup2(kept, 2)
print()
os.close(1); print('still', file=sys.stderr)
`);
    assert.equal(stderr, 'errerrstill\n');
    assert.equal(
      stdout,
      "b'out'\noutb'err'\nb'out'\n" +
        `CompletedProcess(args=['${python.executable}', '-c', 'import sys; print("o"); print("e", file=sys.stderr)'], returncode=0, stdout=b'o\\n', stderr=b'e\\n')\nouterr\n`,
    );
  });

  it('leaves the streams what they are when they are replaced, closed, taken apart or aborted', async function () {
    if (!posix) this.skip();
    for (const [code, expected, exit] of [
      [
        'import io, sys\nsys.stderr = io.StringIO()\nprint(1, file=sys.stderr)\nprint(sys.stderr.getvalue(), end="")\nprint(2, file=sys.__stderr__)\nprint(3)',
        '1\n[2\n]3\n',
        0,
      ],
      ['import sys\nsys.stdout.close()\nprint("x", file=sys.stderr)', '[x\n]', 0],
      [
        'import sys\nsys.stdout.detach()\nsys.stdout = None\nprint("x", file=sys.stderr)',
        '[x\n]',
        0,
      ],
      [
        'import sys\nraw = sys.stderr.detach()\nraw.write(b"a")\nsys.stderr = None\nprint("b")',
        '[a]b\n',
        0,
      ],
      [
        'import sys\nsys.stderr.reconfigure(encoding="latin-1")\nprint("x", file=sys.stderr)\nprint("y")',
        '[x\n]y\n',
        0,
      ],
      [
        'import sys\ntry: sys.stderr.buffer.write("x")\nexcept TypeError as error: print(error)',
        "a bytes-like object is required, not 'str'\n",
        0,
      ],
      [
        'import array, sys\nprint(sys.stderr.buffer.write(array.array("i", [0x41414141])))\nprint("y")',
        '[AAAA]4\ny\n',
        0,
      ],
      [
        'import os, sys\nprint("x", flush=True)\nprint("y", file=sys.stderr)\nprint("z")\nos.abort()',
        'x\n[y\n]z\n',
        null,
      ],
      ['import sys\nsys.exit("over")', '[over\n]', 1],
    ] as const) {
      const { all, code: ended } = await shown(code);
      assert.deepEqual([all, ended], [expected, exit], code);
    }
  });

  it('lets the user’s own sitecustomize run, and says what is wrong with it as Python does', async () => {
    const theirs = join(folder, 'theirs');
    mkdirSync(theirs);
    const before = process.env['PYTHONPATH'];
    process.env['PYTHONPATH'] = [theirs, folder].join(delimiter);
    try {
      const code =
        'import os, sys\nprint(os.environ["PYTHONPATH"], sys.modules["sitecustomize"].__file__, sys.path[1])';
      writeFileSync(join(theirs, 'sitecustomize.py'), 'print("customized")');
      for (const interpreter of pythons) {
        const { stdout } = await shown(code, interpreter);
        assert.deepEqual(stdout.trimEnd().split(/\r?\n/), [
          'customized',
          `${process.env['PYTHONPATH']} ${join(theirs, 'sitecustomize.py')} ${theirs}`,
        ]);
      }
      writeFileSync(join(theirs, 'sitecustomize.py'), '1/0');
      const { stderr } = await shown('print("runs")');
      assert.match(stderr, /^Error in sitecustomize; .*\s+ZeroDivisionError/);
    } finally {
      if (before === undefined) delete process.env['PYTHONPATH'];
      else process.env['PYTHONPATH'] = before;
    }
  });

  it('tells when Python reads its input, where it is asked to', () => {
    const marks = new StreamMarks();
    try {
      const env = pythonEnvironment(process.env, marks.variables('k3y', true, undefined));
      const code =
        'import sys\nprint(input("? "))\nprint(sys.stdin.readline())\nprint(sys.stdin.read())';
      for (const { executable } of pythons) {
        const said: unknown[] = [];
        const stdout = execFileSync(executable, ['-c', code], { env, input: 'a\nb\nc\n' });
        const order = new StreamOrder(
          'k3y',
          (_, bytes) => said.push(bytes.toString()),
          (isReading) => said.push(isReading),
        );
        order.add('stdout', stdout);
        order.end();
        assert.deepEqual(said.slice(0, 2), [true, false]);
        assert.match(said.filter((one) => typeof one === 'string').join(''), /^\? a\s+b\s+c\s+$/);
      }
    } finally {
      marks.dispose();
    }
  });

  it('leaves nothing in the temporary folder', () => {
    const marks = new StreamMarks();
    const path = marks.variables('key', false, undefined)['PYTHONPATH'] ?? '';
    assert.match(readFileSync(join(path, 'sitecustomize.py'), 'utf8'), /^import os, sys\n/);
    rmSync(path, { recursive: true });
    marks.variables('key', false, undefined);
    assert.ok(existsSync(join(path, 'sitecustomize.py')), 'what was swept is there again');
    marks.dispose();
    assert.ok(!existsSync(path));
  });
});
