import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { RecordingOptions, RunResult } from '../../../../../src/app/running/pythonServices.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { compareVersions } from '../../../../../src/core/python/versions.js';
import { ChangeIndex } from '../../../../../src/core/trace/changes.js';
import { out, over, toLine } from '../../../../../src/core/trace/moving.js';
import { Recording } from '../../../../../src/core/trace/recording.js';
import type { Step } from '../../../../../src/core/trace/step.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import type { RecordingLimits } from '../../../../../src/hosts/node/recorder/recordings.js';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';
import { everyPython, somePython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';
import { drawnPythons } from './drawnPythons.js';

const programs = resolve('test/fixtures/recorded');
const recorder = resolve('src/hosts/node/recorder');
const stdin = 'Ada\n';

/** What nobody can hide from a program; the page says it. */
const deviations: Record<string, (version: string) => boolean> = {
  // `sys.gettrace()` tells of the tracer.
  'watching.py': (version) => compareVersions(version, '3.12') < 0,
  // From 3.11 on an instance has a dictionary only once somebody looks: the collector counts those that were shown.
  'collecting.py': (version) => compareVersions(version, '3.11') >= 0,
};

describe('Recording a program', function () {
  this.timeout(120_000);
  let some: Interpreter;
  let every: readonly Interpreter[];
  let runner: PythonRunner;

  before(async () => {
    some = await somePython();
    every = await everyPython();
    runner = new PythonRunner(processes, undefined, { recordings: new Recordings(recorder) });
  });
  after(() => {
    runner.dispose();
  });

  const run = (
    name: string,
    interpreter: Interpreter,
    record?: RecordingOptions,
  ): Promise<RunResult> => {
    const input = runner.start(
      {
        interpreter,
        file: join(programs, name),
        cwd: programs,
        stdin,
        timeout: 60,
        ...(record ? { record } : {}),
      },
      () => undefined,
    );
    input.endInput();
    return input.result;
  };
  const recorded = async (name: string, interpreter = some): Promise<Recording> =>
    new Recording((await run(name, interpreter, {})).recording ?? '');

  for (const file of readdirSync(programs)) {
    it(`does not change what ${file} does, and tells the same of it on each Python`, async () => {
      const told = new Map<string, string[]>();
      for (const python of pick(every, some, file)) {
        const [plain, traced] = [await run(file, python), await run(file, python, {})];
        const isTold = deviations[file]?.(python.version) ?? false;
        if (!isTold) {
          assert.equal(traced.stdout, plain.stdout, python.version);
          assert.equal(traced.stderr, plain.stderr, python.version);
        }
        assert.equal(traced.code, plain.code, python.version);
        const recording = new Recording(traced.recording ?? '');
        assert.ok(recording.length > 0, `${python.version} recorded nothing`);
        assert.equal(recording.end, 'exit');
        const { written } = recording.at(recording.length - 1);
        assert.ok(written[0] <= Buffer.byteLength(traced.stdout));
        const events = eventsOf(recording).join(' ');
        told.set(events, [...(told.get(events) ?? []), python.version]);
      }
      assert.ok(told.size <= (differing[file] ?? 1), JSON.stringify([...told], null, 1));
    });
  }

  it('shows that two names share an object, and what it holds', async () => {
    const recording = await recorded('aliasing.py');
    const step = at(recording, 5);
    const names = step.names.get(step.stack[0]?.id ?? 0);
    assert.ok(names);
    assert.equal(names.get('rows'), names.get('copy'));
    const rows = step.heap.get(names.get('rows') as number);
    assert.ok(rows);
    assert.equal(rows.size, 3);
    assert.equal(rows.items[2], names.get('rows'), 'the list holds itself');
    assert.equal(rows.items[0], rows.items[1]);
    assert.deepEqual(step.heap.get(rows.items[0] as number)?.items, ['0', '9']);
    const last = recording.at(recording.length - 1);
    assert.ok(!last.names.get(last.stack[0]?.id ?? 0)?.has('copy'), 'a name that is deleted stays');
  });

  it('shows what a closure keeps, and what a suspended generator is at', async () => {
    const closures = await recorded('closures.py');
    const end = closures.at(closures.length - 1);
    const add = [...end.heap.values()].find(({ kind }) => kind === 'function');
    const functions = [...end.heap.values()].filter(({ says }) => says?.endsWith('add'));
    assert.ok(add);
    assert.deepEqual(functions[0]?.items, [['total', '5']]);

    const delegation = await recorded('delegation.py');
    const step = at(delegation, 13);
    const suspended = [...step.heap.values()].filter(({ kind }) => kind === 'generator');
    assert.deepEqual(
      suspended.map(({ says, line }) => [says, line]),
      [
        ['suspended', 7],
        ['suspended', 2],
      ],
    );
  });

  it('carries what is returned, yielded and raised', async () => {
    const recording = await recorded('send_throw.py');
    const carried = steps(recording)
      .filter(({ carried: value }) => value !== undefined)
      .map(({ kind, carried: value, heap }) => [
        kind,
        typeof value === 'number' ? heap.get(value)?.type : value,
      ]);
    assert.deepEqual(carried.slice(0, 3), [
      ['yield', '1'],
      ['yield', '2'],
      ['throw', 'ValueError'],
    ]);
  });

  it('is the same forward and back', async () => {
    const recording = await recorded('watching.py');
    assert.ok(recording.length > 60, 'it needs more than one keyframe');
    const forward = steps(recording).map(plain);
    for (let index = recording.length - 1; index >= 0; index--)
      assert.deepEqual(plain(recording.at(index)), forward[index]);
  });

  it('leads over calls, out of them, to a line and to the next change of a name', async () => {
    const recording = await recorded('closures.py');
    const call = steps(recording).findIndex(({ stack }) => stack.at(-1)?.line === 13);
    const next = over(recording, call);
    assert.equal(recording.stackAt(next ?? 0).at(-1)?.line, 14);
    assert.equal(recording.stackAt(out(recording, call + 2) ?? 0).at(-1)?.line, 14);
    assert.equal(toLine(recording, 0, 'closures.py', 13), call);
    const inside = recording.stackAt(call + 2).at(-1);
    assert.ok(inside);
    assert.ok(inside.code.name.endsWith('add'));
    const changed = new ChangeIndex(recording).nearest(
      { frame: inside.id, name: 'total' },
      call + 2,
      1,
    );
    assert.equal(
      recording
        .at(changed ?? 0)
        .names.get(inside.id)
        ?.get('total'),
      '2',
    );
  });

  describe('within limits', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'lab-record-test-'));
    });
    afterEach(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    const bounded = async (
      code: string,
      record: RecordingOptions = {},
      less: Partial<RecordingLimits> = {},
    ): Promise<RunResult> => {
      const limits = {
        ...{ steps: 100, seconds: 1, bytes: 1_000_000, threads: 8 },
        ...{ frames: 10, objects: 20, items: 5, text: 20 },
        ...less,
      };
      const own = new PythonRunner(processes, undefined, {
        recordings: new Recordings(recorder, limits),
      });
      const file = join(folder, 'program.py');
      writeFileSync(file, code);
      const request = { interpreter: some, file, cwd: folder, record, timeout: 600 };
      const result = await own.start(request, () => undefined).result;
      own.dispose();
      return result;
    };

    it('keeps how a long loop began and where it was when time was up, and lets it go on', async () => {
      const code = 'n = 0\nwhile n < 1_000_000:\n    n += 1\nprint(n)\n';
      const result = await bounded(code);
      assert.equal(result.stdout.trim(), '1000000');
      const recording = new Recording(result.recording ?? '');
      assert.equal(recording.end, 'time');
      assert.ok(recording.length <= 100);
      assert.ok(recording.leftOut > 0);
      const gap = recording.gapAt ?? 0;
      const before = numberIn(recording.at(gap - 1), 'n');
      const after = numberIn(recording.at(gap), 'n');
      assert.ok(after > before + 1, `${before} and ${after}`);
    });

    it('ends an endless loop when its time is up, and keeps where it began and where it was', async () => {
      const code = 'n = 0\nwhile True:\n    n += 1\n';
      const result = await bounded(code, { afterwards: 0 });
      assert.equal(result.ended, 'timeout');
      const recording = new Recording(result.recording ?? '');
      assert.equal(recording.end, 'time');
      assert.equal(numberIn(recording.at(2), 'n'), 0);
      assert.ok(numberIn(recording.at(recording.length - 1), 'n') > 100);
    });

    it('shows the first of many things, and says how many there are', async () => {
      const code =
        'many = list(range(1000))\ntext = "x" * 1000\ndeep = [[i] for i in range(100)]\nend = 1\n';
      const recording = new Recording((await bounded(code)).recording ?? '');
      const last = recording.at(recording.length - 1);
      const names = last.names.get(last.stack[0]?.id ?? 0);
      const many = last.heap.get(names?.get('many') as number);
      assert.ok(many);
      assert.equal(many.size, 1000);
      assert.equal(many.items.length, 5);
      assert.ok(String(names?.get('text')).length < 25);
      assert.ok(last.heap.size <= 20);
    });

    it('records so many threads, and counts the others', async () => {
      const code =
        'import threading\nfor _ in range(5):\n    each = threading.Thread(target=lambda: len("x"))\n    each.start()\n    each.join()\n';
      const recording = new Recording((await bounded(code, {}, { threads: 3 })).recording ?? '');
      assert.equal(recording.threads, 3);
      assert.equal(recording.threadsLeftOut, 3);
    });

    it('keeps within its bytes how a program began and how it ended', async () => {
      const code = 'rows = []\nfor n in range(2000):\n    rows.append(["a" * 15, n])\nend = n\n';
      const bytes = 60_000;
      const { recording: text = '' } = await bounded(code, { steps: 5000, seconds: 60 }, { bytes });
      assert.ok(text.length < bytes * 1.25, String(text.length));
      const recording = new Recording(text);
      assert.ok(recording.leftOut > 1000);
      assert.equal(numberIn(recording.at(3), 'n'), 0);
      assert.equal(numberIn(recording.at(recording.length - 1), 'end'), 1999);
    });

    it('shows the ends of a deep stack, and says how many frames lie between', async () => {
      const code = 'def down(n):\n    return n and down(n - 1)\ndown(30)\n';
      const recording = new Recording((await bounded(code, { steps: 5000 })).recording ?? '');
      const steps = Array.from({ length: recording.length }, (_, at) => recording.at(at));
      assert.equal(Math.max(...steps.map(({ stack }) => stack.length)), 10);
      assert.equal(Math.max(...steps.map((step) => step.framesLeftOut)), 22);
    });

    it('keeps what was recorded when the program kills itself', async () => {
      const code = 'import os, signal\nx = 1\nos.kill(os.getpid(), signal.SIGKILL)\n';
      const recording = new Recording((await bounded(code)).recording ?? '');
      assert.equal(recording.end, 'killed');
      assert.equal(numberIn(recording.at(recording.length - 1), 'x'), 1);
    });
  });
});

/** How many ways of telling there are, where versions of Python run a program in another way. */
const differing: Record<string, number> = {
  // 3.12 does comprehensions in place; `gather` of what is done does not wait from 3.12 on.
  'tasks.py': 2,
  // From 3.11 on a decorated function is bound in the line of its decorator.
  'contexts.py': 2,
  'traps.py': 2,
  // Before 3.12 what a name held goes while the tracer is asked, and its `__del__` is not stepped through.
  'watching.py': 3,
  // 3.13 collects otherwise.
  'collecting.py': 3,
  'groups.py': 2,
  // The other thread begins when the system lets it.
  'threads.py': 9,
};

/** The one in use, and another each day for each program; all of them where `PYTHONS=every`. */
function pick(
  every: readonly Interpreter[],
  some: Interpreter,
  file: string,
): readonly Interpreter[] {
  if (process.env['PYTHONS'] !== undefined) return drawnPythons(every, file);
  const others = every.filter(({ version }) => version !== some.version);
  const day = Math.floor(Date.now() / 86_400_000);
  const other = others[(day + basename(file).length) % Math.max(1, others.length)];
  return other ? [some, other] : [some];
}

function steps(recording: Recording): Step[] {
  return Array.from({ length: recording.length }, (_, index) => recording.at(index));
}

function eventsOf(recording: Recording): string[] {
  return steps(recording).map(({ kind, stack }) => `${kind}${stack.at(-1)?.line ?? ''}`);
}

/** The first step at which a line is about to run. */
function at(recording: Recording, line: number): Step {
  const found = steps(recording).find(
    ({ kind, stack }) => kind === 'line' && stack.at(-1)?.line === line,
  );
  assert.ok(found, `line ${line} never runs`);
  return found;
}

function numberIn(step: Step, name: string): number {
  return Number(step.names.get(step.stack[0]?.id ?? 0)?.get(name));
}

function plain({ names, heap, ...rest }: Step): unknown {
  return {
    ...rest,
    names: [...names].map(([frame, own]) => [frame, [...own].sort()]).sort(),
    heap: [...heap].sort(([a], [b]) => a - b),
  };
}
