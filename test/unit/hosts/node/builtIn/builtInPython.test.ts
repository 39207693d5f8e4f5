import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildBuiltInPython } from '../../../../../esbuild.builtIn.mjs';
import type {
  RecordingOptions,
  Run,
  RunResult,
} from '../../../../../src/app/running/pythonServices.js';
import { KnownInterpreter } from '../../../../../src/app/interpreters/knownInterpreter.js';
import { Recording } from '../../../../../src/core/trace/recording.js';
import { runChecks } from '../../../../../src/app/exercise/checkRunner.js';
import { nodeHost } from '../../../../../src/hosts/node/nodeHost.js';
import { BuiltInPython } from '../../../../../src/hosts/node/builtIn/builtInPython.js';
import { PythonProbe } from '../../../../../src/hosts/node/interpreters/probe.js';
import { Processes } from '../../../../../src/hosts/node/processes/processes.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';

describe('The built-in Python', function () {
  this.timeout(300_000);
  const home = mkdtempSync(join(tmpdir(), 'lab-built-in-'));
  const folder = join(home, 'run');
  const builtIn = new BuiltInPython(join(home, 'built-in'), join(home, 'memory'));
  const processes = new Processes({ isTrusted: true, refusal: '' }, builtIn);
  const recordings = new Recordings(resolve('src/hosts/node/recorder'));
  const runner = new PythonRunner(processes, undefined, { recordings });

  before(async () => {
    mkdirSync(folder);
    await buildBuiltInPython(join(home, 'built-in'), false);
  });
  after(() => {
    runner.dispose();
    rmSync(home, { recursive: true });
  });

  interface Asked {
    readonly stdin?: string;
    readonly isolated?: boolean;
    readonly timeout?: number;
    readonly record?: RecordingOptions;
    readonly onOutput?: (run: Run) => void;
  }
  const run = (code: string, { onOutput, ...asked }: Asked = {}): Promise<RunResult> => {
    writeFileSync(join(folder, 'main.py'), code);
    const request = {
      interpreter: builtIn.interpreter('test'),
      file: join(folder, 'main.py'),
      cwd: folder,
    };
    const started: Run = runner.start({ ...request, ...asked }, () => onOutput?.(started));
    if (!onOutput) started.endInput();
    return started.result;
  };

  it('tells only the code of a program that leaves, and what ended one that aborts', async () => {
    const left = await run('import os, sys\nprint("last")\nsys.stdout.flush()\nos._exit(3)\n');
    assert.deepEqual([left.code, left.stdout, left.stderr], [3, 'last\n', '']);
    const aborted = await run('import os\nos.abort()\n');
    assert.equal(aborted.code, 134);
    assert.match(aborted.stderr, /^Fatal Python error: the built-in Python ended\n$/);
  });

  it('checks exercises, and says where code that takes too long was', async () => {
    const check = async (text: string): Promise<readonly (string | number | undefined)[]> => {
      const { files, machine } = nodeHost;
      const checker = resolve('src/hosts/node/checker/checker.py');
      const checks =
        'from total import total\n\n\ndef test_sum():\n    assert total([1, 2]) == 3\n\n\ndef test_none():\n    assert total([]) == 0\n';
      const report = await runChecks(
        { files, runner, paths: machine.paths, checker },
        builtIn.interpreter('test'),
        { module: 'total', checks, files: [], timeout: 2 },
        { text },
      );
      return report.cases.flatMap(({ outcome, stoppedAt, output }) =>
        [outcome, stoppedAt, output].filter((part) => part !== undefined && part !== ''),
      );
    };
    assert.deepEqual(await check('def total(values):\n    return sum(values)\n'), [
      'passed',
      'passed',
    ]);
    assert.deepEqual(await check('def total(values):\n    return 3\n'), ['passed', 'failed']);
    const loop = 'def total(values):\n    while not values: pass\n    return 3\n';
    assert.deepEqual(await check(loop), ['passed', 'late', 2]);
    const leave = 'import os\ndef total(values):\n    return 0 if not values else os._exit(3)\n';
    assert.deepEqual(await check(leave), ['ended', 'passed']);
  });

  it('says what it is without being started, and that nothing changes', async () => {
    assert.match(builtIn.interpreter('test').version, /^3\.14\./);
    const known = new KnownInterpreter(
      new PythonProbe(processes),
      () => Promise.resolve(builtIn.interpreter('test')),
      () => assert.fail('nothing was installed'),
    );
    assert.deepEqual(await known.get(), await known.get());
  });

  it('runs a program as an installed one does: input, files, both streams, exit and traceback', async () => {
    writeFileSync(join(folder, 'beside.py'), 'def double(n): return n * 2\n');
    const result = await run(
      `import sys
from beside import double
name = input("Name? ")
print(f"Hello, {name}!", double(21), __name__, file=sys.stdout)
open("left.txt", "w").write(name)
print("to stderr", file=sys.stderr)
def fails():
    raise ValueError("no")
fails()
`,
      { stdin: 'Ada\n' },
    );
    assert.equal(result.stdout, 'Name? Hello, Ada! 42 __main__\n');
    assert.equal(
      result.stderr,
      `to stderr
Traceback (most recent call last):
  File "${join(folder, 'main.py')}", line 9, in <module>
    fails()
    ~~~~~^^
  File "${join(folder, 'main.py')}", line 8, in fails
    raise ValueError("no")
ValueError: no
`,
    );
    assert.equal(result.code, 1);
    assert.equal(readFileSync(join(folder, 'left.txt'), 'utf8'), 'Ada');
  });

  it('goes on from its memory with chance anew, awaits, and exits with a code', async () => {
    const code = `import asyncio, random, sys
async def tell(name, delay):
    await asyncio.sleep(delay)
    print(name)
async def main():
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(tell("late", 0.02))
        group.create_task(tell("early", 0.01))
asyncio.run(main())
print(random.random())
sys.exit(3)
`;
    const [one, other] = [await run(code), await run(code, { isolated: true })];
    for (const { stdout, code: exit, stderr } of [one, other]) {
      assert.equal(stderr, '');
      assert.match(stdout, /^early\nlate\n0\./);
      assert.equal(exit, 3);
    }
    assert.notEqual(one.stdout, other.stdout);
  });

  it('is stopped in an endless loop', async () => {
    const result = await run('print("on\\n", end="")\nwhile True: pass\n', {
      onOutput: (started) => {
        started.stop();
      },
    });
    assert.equal(result.ended, 'stopped');
    assert.equal(result.stdout, 'on\n');
  });

  it('is given its time from its own start on', async () => {
    const endless = await run('while True: pass\n', { timeout: 0.5 });
    assert.equal(endless.ended, 'timeout');
    const quick = await run('print("done")\n', { timeout: 2, isolated: true });
    assert.deepEqual([quick.ended, quick.stdout], ['itself', 'done\n']);
  });

  it('is recorded step by step', async () => {
    const { recording, stdout } = await run(
      'total = 0\nfor n in [1, 2]:\n    total += n\nprint(total)\n',
      {
        record: {},
      },
    );
    assert.equal(stdout, '3\n');
    const steps = new Recording(recording ?? '');
    assert.ok(steps.length > 6, recording?.slice(0, 500));
  });

  it('leads nowhere: neither to JavaScript nor to a file, a process or the network', async () => {
    const outside = join(home, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    const server = createServer((socket) => socket.end('hello'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const { port } = server.address() as AddressInfo;
      const code = readFileSync('test/fixtures/builtIn/ways_out.py', 'utf8');
      const marker = join(home, 'marker');
      const { stdout, stderr } = await run(
        code.replaceAll("os.environ['LAB_PORT']", String(port)),
        {
          stdin: `${join(outside, 'secret.txt')}\n${marker}\n`,
        },
      );
      const lines = stdout.trim().split('\n');
      assert.equal(lines.length, 20, `${stdout}\n${stderr}`);
      assert.deepEqual(
        lines.filter((line) => !line.includes(' refused ')),
        [],
      );
      assert.equal(existsSync(marker), false);
      assert.equal(existsSync(join(outside, 'written.txt')), false);
    } finally {
      server.close();
    }
  });
});
