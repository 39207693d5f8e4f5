import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import type { OutputStream } from '../../../../../src/core/pack/pack.js';
import type { RunRequest, RunResult } from '../../../../../src/app/running/pythonServices.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { alive, children, follow } from './followedRun.js';
import type { Followed } from './followedRun.js';
import { everyPython, somePython } from './pythons.js';
import { processes } from './trusted.js';

const posix = process.platform !== 'win32';

describe('Running Python', function () {
  this.timeout(60_000);
  let python: Interpreter;
  let folder: string;
  let runner: PythonRunner;

  before(async () => {
    python = await somePython();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lab-run-test-'));
    runner = new PythonRunner(processes);
  });
  afterEach(() => {
    runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const request = (code: string, more: Partial<RunRequest> = {}): RunRequest => {
    const file = join(folder, 'program.py');
    writeFileSync(file, code);
    return { interpreter: python, file, cwd: folder, ...more };
  };
  const start = (code: string, more: Partial<RunRequest> = {}): Followed =>
    follow(runner, request(code, more));

  it('shows what a program prints and how it ended', async () => {
    const run = start('print("hello")');
    const result = await run.result;
    assert.equal(result.stdout, run.seen.stdout);
    assert.equal(result.stdout.trimEnd(), 'hello');
    assert.deepEqual(pick(result), { code: 0, signal: null, ended: 'itself', truncated: false });
    assert.ok(result.duration > 0);
  });

  it('tells stdout and stderr apart and gives the exit code', async () => {
    const run = start('import sys\nprint("out")\nprint("err", file=sys.stderr)\nsys.exit(3)');
    const result = await run.result;
    assert.equal(result.code, 3);
    assert.deepEqual(trimmed(run.seen), { stdout: 'out', stderr: 'err' });
  });

  it('runs in the folder given and finds the modules beside the file', async () => {
    writeFileSync(join(folder, 'neighbor.py'), 'value = 42');
    const result = await start('import os, neighbor\nprint(neighbor.value, os.listdir("."))')
      .result;
    assert.match(result.stdout, /^42 \[.*'neighbor\.py'/);
    assert.ok(!existsSync(join(folder, '__pycache__')));
  });

  it('puts characters together that arrive in two pieces', async () => {
    const code = `
import sys, time
data = "naïve 🐍 日本".encode()
for byte in data:
    sys.stdout.buffer.write(bytes([byte])); sys.stdout.buffer.flush(); time.sleep(0.002)`;
    const run = start(code);
    await run.result;
    assert.equal(run.seen.stdout, 'naïve 🐍 日本');
  });

  it('keeps the head and the tail of a 1 MB line and saves all of it', async () => {
    const run = start('print("<" + "é" * 500_000 + ">")');
    const result = await run.result;
    assert.equal(result.truncated, true);
    assert.match(result.stdout, /^<é+\n… [\d,]+ bytes left out …\né+>\r?\n$/);
    assert.match(run.seen.stdout, /^<é+>\r?\n$/);
    assert.match(run.seen.stderr, /left out/);
    assert.ok(result.savedTo !== undefined);
    assert.equal(readFileSync(result.savedTo, 'utf8').trimEnd(), `<${'é'.repeat(500_000)}>`);
  });

  it('goes on showing what is printed last, with what is typed, after more than can be shown whole', async () => {
    const run = start(
      'print("é" * 300_000)\nname = input("Go on? ")\nprint("x" * 200_000)\nprint("on", name)',
    );
    await run.shown('stdout', 'Go on? ');
    run.write('yes');
    const { stdout } = await run.result;
    assert.match(run.seen.stdout, /é\r?\nGo on\? yes\n/);
    assert.match(run.seen.stdout, /on yes\r?\n$/);
    assert.ok(!run.seen.stdout.includes('\ufffd'), 'a character was cut in two');
    assert.match(stdout, /on yes\r?\n$/);
  });

  it('takes no more input than a program can be expected to read', async () => {
    const run = start('import time\nprint("ready")\ntime.sleep(60)');
    await run.shown('stdout', 'ready');
    const line = 'x'.repeat(100_000);
    let taken = 0;
    while (taken < 100 && run.write(line)) taken += 1;
    assert.ok(taken > 5 && taken < 30, `${taken} lines were taken`);
    run.stop();
    await run.result;
  });

  it('saves nothing when nothing is left out', async () => {
    const result = await start('print("x" * 400_000)').result;
    assert.equal(result.truncated, false);
    assert.equal(result.savedTo, undefined);
    assert.equal(result.stdout.trimEnd().length, 400_000);
  });

  it('takes 100 MB without keeping them in memory', async () => {
    const before = process.memoryUsage();
    let most = 0;
    const watch = setInterval(() => {
      const now = process.memoryUsage();
      most = Math.max(most, now.heapUsed + now.external - before.heapUsed - before.external);
    }, 5);
    const run = start(
      'import sys\nfor n in range(100):\n    sys.stdout.write((str(n % 10) * 99 + "\\n") * 10_486)',
    );
    const result = await run.result;
    clearInterval(watch);
    assert.equal(result.code, 0);
    assert.ok(run.seen.stdout.length < 600_000, `${run.seen.stdout.length} characters were shown`);
    assert.ok(result.savedTo !== undefined && statSync(result.savedTo).size >= 100 * 1024 * 1024);
    assert.ok(most < 64 * 1024 * 1024, `${most} bytes more were in use`);
    assert.ok(run.seen.stdout.trimEnd().endsWith('9'.repeat(99)));
  });

  it('stops an endless loop and says so', async () => {
    const run = start('print("ready")\nwhile True: pass');
    await run.shown('stdout', 'ready');
    run.stop();
    const result = await run.result;
    assert.equal(result.ended, 'stopped');
    if (posix) assert.match(result.stderr, /KeyboardInterrupt/);
  });

  it('ends a program that refuses to be interrupted', async () => {
    const run = start(
      'import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint("ready")\nwhile True: time.sleep(9)',
    );
    await run.shown('stdout', 'ready');
    run.stop();
    const result = await run.result;
    assert.equal(result.ended, 'stopped');
    if (posix) assert.equal(result.signal, 'SIGKILL');
  });

  it('ends a program whose time is up', async () => {
    const result = await start('while True: pass', { timeout: 0.3 }).result;
    assert.equal(result.ended, 'timeout');
    assert.ok(result.duration >= 290 && result.duration < 5000);
  });

  it('ends ten children, those too that left the group', async function () {
    if (!posix) this.skip();
    const run = start(`
import os, signal, time
for n in range(10):
    if os.fork() == 0:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if n % 2: os.setsid()
        if n % 3 == 0 and os.fork(): os._exit(0)
        print(f"child {os.getpid()}", flush=True)
        while True: time.sleep(60)
while True: time.sleep(60)`);
    await run.until(() => children(run.seen.stdout).length === 10);
    run.stop();
    await run.result;
    assert.deepEqual(children(run.seen.stdout).filter(alive), []);
  });

  it('ends what a program that has ended left running', async function () {
    if (process.platform !== 'linux') this.skip();
    const run = start(`
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True,
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("child", child.pid)`);
    const result = await run.result;
    assert.equal(result.code, 0);
    assert.deepEqual(children(result.stdout).filter(alive), []);
  });

  it('ends children that left the group and the environment, when stopped and when it has ended', async function () {
    if (process.platform !== 'linux') this.skip();
    const escape = (how: string, then: string): string => `
import os, subprocess, sys, time
${how}
print("child", child.pid, flush=True)
${then}`;
    const child = `child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], env={}, cwd="/",
    start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)`;
    const stopped = start(escape(child, 'time.sleep(600)'));
    await stopped.until(() => children(stopped.seen.stdout).length === 1);
    stopped.stop();
    assert.deepEqual(children((await stopped.result).stdout).filter(alive), []);
    const ended = await start(escape(child, 'time.sleep(2)')).result;
    assert.equal(children(ended.stdout).length, 1);
    assert.deepEqual(children(ended.stdout).filter(alive), []);
  });

  it('judges whatever the user’s environment says, and where nothing of it counts, without their packages', async () => {
    const told = {
      ...{
        PYTHONOPTIMIZE: '2',
        PYTHONSAFEPATH: '1',
        PYTHONWARNINGS: 'error',
        PYTHONVERBOSE: '1',
        PYTHONHASHSEED: '7',
      },
      ...{
        PYTHONHOME: '/nowhere',
        PYTHONINTMAXSTRDIGITS: '700',
        PYTHONINSPECT: '1',
        FORCE_COLOR: '1',
        COLUMNS: '20',
      },
      ...{
        PYTHONPATH: folder,
        PYTHONSTARTUP: '/nowhere',
        PYTHONDEVMODE: '1',
        PYTHONBREAKPOINT: '0',
      },
    };
    const before = { ...process.env };
    writeFileSync(join(folder, 'theirs.py'), '');
    const code = `
import importlib.util, os, sys, warnings
warnings.warn("only a warning")
print(sys.flags.optimize, len(str(10 ** 1000)), os.environ.get("COLUMNS"), importlib.util.find_spec("theirs") is not None)
assert False, "is made"`;
    try {
      Object.assign(process.env, told);
      for (const isolated of [false, true]) {
        const { stdout, stderr, code: exit } = await start(code, { isolated }).result;
        assert.equal(stdout.trimEnd(), `0 1001 None ${isolated ? 'False' : 'True'}`, stderr);
        assert.equal(exit, 1);
        assert.match(stderr, /AssertionError: is made\s*$/);
      }
    } finally {
      for (const name of Object.keys(told)) {
        const value = before[name];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
  });

  it('hands over what is typed, line by line, until the end of input', async () => {
    const run = start(
      'name = input("name? ")\nprint("hi", name)\nimport sys\nprint(len(sys.stdin.read()))',
    );
    await run.shown('stdout', 'name? ');
    run.write('Zoë');
    await run.shown('stdout', 'hi Zoë');
    run.write('12345');
    run.endInput();
    const result = await run.result;
    assert.equal(result.code, 0);
    assert.match(result.stdout, /hi Zoë\r?\n[67]\r?\n$/);
  });

  it('runs unicode in and out on every Python of the machine', async () => {
    for (const interpreter of await everyPython()) {
      const code = 'import platform\nprint(platform.python_version(), "naïve 🐍", ascii(input()))';
      const run = start(code, { interpreter, stdin: 'ж\n' });
      const result = await run.result;
      assert.equal(
        result.stdout.trimEnd(),
        `${interpreter.version} naïve 🐍 '\\u0436'`,
        result.stderr,
      );
    }
  });

  it('tells how much memory was in use at most', async function () {
    if (process.platform !== 'linux') this.skip();
    // It prints for a while: each time its memory is looked at.
    const { result } = start(
      'import time\nblock = bytearray(64 << 20)\nfor n in range(40):\n    print(n)\n    time.sleep(0.01)',
    );
    const { peakMemory = 0 } = await result;
    assert.ok(peakMemory > 64 << 20 && peakMemory < 512 << 20, `${peakMemory} bytes`);
  });

  it('gives the input that comes with the request first', async () => {
    const result = await start('print(input() + input())', { stdin: 'a\nb\n' }).result;
    assert.equal(result.stdout.trimEnd(), 'ab');
  });

  it('runs fifty at once without mixing them up', async () => {
    const file = request('import sys, os\nprint(input() * 3)');
    const results = await Promise.all(
      Array.from(
        { length: 50 },
        (_, n) => runner.start({ ...file, stdin: `${n};\n` }, () => undefined).result,
      ),
    );
    assert.deepEqual(
      results.map(({ stdout }) => stdout.trimEnd()),
      Array.from({ length: 50 }, (_, n) => `${n};`.repeat(3)),
    );
  });

  it('says why an interpreter cannot be started, in the words that it is given', async () => {
    runner.dispose();
    runner = new PythonRunner(processes, ({ kind, ...rest }) =>
      [kind, ...Object.values(rest)].join(': '),
    );
    const error = async (executable: string, cwd = folder): Promise<unknown> => {
      const result = await start('pass', { interpreter: { ...python, executable }, cwd }).result;
      return [result.ended, result.error];
    };
    const gone = join(folder, 'no-python');
    assert.deepEqual(await error(gone), ['failedToStart', `missing: ${gone}`]);
    assert.deepEqual(await error(folder), ['failedToStart', `notExecutable: ${folder}`]);
    const lost = join(folder, 'gone');
    assert.deepEqual(await error(python.executable, lost), ['failedToStart', `noFolder: ${lost}`]);
    const [, refused] = (await error('a\0b')) as string[];
    assert.match(refused ?? '', /^refused: a\0b: .*null bytes/);
  });

  it('leaves nothing behind when its host is killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const { file, cwd } = request(`
import os, time
for n in range(3):
    if os.fork() == 0:
        os.setsid()
        while True: time.sleep(60)
    print("child", os.getpid(), flush=True)
while True: time.sleep(60)`);
    const host = spawn(
      process.execPath,
      [
        '--import=tsx',
        resolve('test/unit/hosts/node/processes/runnerHost.ts'),
        python.executable,
        file,
        cwd,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    host.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    while (children(said).length < 3) await once(host.stdout, 'data');
    const marked = (): string[] => processesOf(/host (\S+)/.exec(said)?.[1] ?? 'none');
    assert.equal(marked().length, 4);
    host.kill('SIGKILL');
    await once(host, 'exit');
    while (marked().length > 0) await new Promise((next) => setTimeout(next, 20));
  });
});

function pick({ code, signal, ended, truncated }: RunResult): object {
  return { code, signal, ended, truncated };
}

function trimmed({ stdout, stderr }: Record<OutputStream, string>): Record<OutputStream, string> {
  return { stdout: stdout.trimEnd(), stderr: stderr.trimEnd() };
}

function processesOf(host: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`INTERVIEW_LAB_RUN=${host}`);
    } catch {
      return false;
    }
  });
}
