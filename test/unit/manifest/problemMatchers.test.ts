import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interpreter } from '../../../src/core/python/interpreter.js';
import { compareVersions } from '../../../src/core/python/versions.js';
import { everyPython, somePython } from '../hosts/node/processes/pythons.js';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
  readonly loop?: boolean;
}

interface Matcher {
  readonly name: string;
  readonly severity?: string;
  readonly pattern: readonly Pattern[];
}

interface Problem {
  readonly file: string;
  readonly line: number;
  readonly severity: string;
  readonly message: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};

const keys = ['file', 'line', 'severity', 'code', 'message'] as const;
type Found = Partial<Record<(typeof keys)[number], string>>;

function filled(found: Found, pattern: Pattern, line: string): Found | undefined {
  const match = new RegExp(pattern.regexp).exec(line);
  if (!match) return undefined;
  const all = { ...found };
  for (const key of keys) {
    const group = pattern[key];
    const text = group === undefined ? undefined : match[group];
    if (text !== undefined) all[key] ??= text.trim();
  }
  return all;
}

/**
 * What VS Code marks, as its `problemCollectors.ts` and `problemMatcher.ts` go about it: the longest matchers are
 * tried first on the latest lines, one that loops goes on while each line gives a problem, and of problems of one
 * line that differ in their message alone the first is kept.
 */
function problems(output: string): readonly Problem[] {
  const matchers = contributes.problemMatchers;
  const marked = new Map<string, Problem>();
  let buffer: string[] = [];
  let looping: { matcher: Matcher; found: Found } | undefined;
  const mark = ({ severity = 'error' }: Matcher, found: Found | undefined): boolean => {
    if (found?.file === undefined || found.line === undefined) return false;
    if (found.message === undefined || found.message === '') return false;
    const named = found.severity === 'E' ? 'error' : severity;
    const key = [found.file, found.line, named, found.code].join('\0');
    const { file, line, message } = found;
    if (!marked.has(key)) marked.set(key, { file, line: Number(line), severity: named, message });
    return true;
  };
  const tryAll = (): void => {
    for (let start = 0; start < buffer.length; start += 1) {
      const lines = buffer.slice(start);
      for (const matcher of matchers.filter(({ pattern }) => pattern.length === lines.length)) {
        let found: Found | undefined = {};
        let before: Found = {};
        for (const [index, pattern] of matcher.pattern.entries()) {
          before = found ?? {};
          found = found && filled(found, pattern, lines[index] ?? '');
        }
        if (!mark(matcher, found)) continue;
        buffer = [];
        if (matcher.pattern.at(-1)?.loop === true) looping = { matcher, found: before };
        return;
      }
    }
  };
  for (const line of output.split(/\r?\n/)) {
    if (looping) {
      const last = looping.matcher.pattern.at(-1);
      if (last && mark(looping.matcher, filled(looping.found, last, line))) continue;
      looping = undefined;
      buffer = [];
    }
    buffer = [...buffer, line].slice(-Math.max(...matchers.map(({ pattern }) => pattern.length)));
    tryAll();
  }
  return [...marked.values()];
}

const faulty: Readonly<Record<string, { code: string; line: number; message: RegExp }>> = {
  'its own': {
    code: 'def f():\n    return 1 / 0\n\nf()\n',
    line: 2,
    message: /^ZeroDivisionError: division by zero$/,
  },
  'its whole line': { code: 'x = 1\nraise KeyError\n', line: 2, message: /^KeyError$/ },
  'the library’s, called from here': {
    code: 'import statistics\n\nprint(statistics.variance([1]))\n',
    line: 3,
    message: /^statistics\.StatisticsError: variance requires/,
  },
  syntax: { code: 'x = 1\nprint(\n', line: 2, message: /^SyntaxError: / },
  'a chain': {
    code: 'try:\n    {}["a"]\nexcept KeyError as error:\n    raise ValueError("b") from error\n',
    line: 4,
    message: /^ValueError: b$/,
  },
  'a class within a function': {
    code: 'def f():\n    class Own(Exception): ...\n    raise Own("x")\nf()\n',
    line: 3,
    message: /^(?:__main__\.)?f\.<locals>\.Own: x$/,
  },
  'a library’s, far below': {
    code: 'import json\n\n\njson.loads("[1, 2")\n',
    line: 4,
    message: /^json\.decoder\.JSONDecodeError: Expecting /,
  },
  'one whose name is no error': {
    code: 'import functools, re\ndef stop(_):\n    raise KeyboardInterrupt\nre.sub("a", stop, "a")\n',
    line: 3,
    message: /^KeyboardInterrupt$/,
  },
  'deeply nested': {
    code: 'import json\n\nprint(json.dumps({"a": [[[[[[[[object]]]]]]]]}, indent=1))\n',
    line: 3,
    message: /^TypeError: Object of type type is not JSON serializable$/,
  },
};

describe('The problem matchers', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lab-matchers-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a program in a scratch file prints when it is run, and where that file is. */
  const run = (python: Interpreter, code: string): { stderr: string; file: string } => {
    const scratch = join(folder, 'python-interview-lab.python-interview-lab', 'scratch', 'q', 's');
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, 'program.py');
    writeFileSync(file, code);
    return { file, stderr: spawnSync(python.executable, [file], { encoding: 'utf8' }).stderr };
  };

  it('mark the last line of a scratch file in what each Python says', async () => {
    for (const python of await everyPython()) {
      for (const [name, { code, line, message }] of Object.entries(faulty)) {
        const { stderr, file } = run(python, code);
        const about = `${name} in Python ${python.version}: ${stderr}`;
        const errors = problems(stderr).filter(({ severity }) => severity === 'error');
        const found = errors.find((problem) => message.test(problem.message));
        assert.deepEqual({ file: found?.file, line: found?.line }, { file, line }, about);
        assert.equal(errors.length, name === 'a chain' ? 2 : 1, about);
      }
    }
  });

  it('say in passing where it went on from there, when that is far', async () => {
    for (const python of await everyPython()) {
      const { stderr, file } = run(python, faulty['a library’s, far below']?.code ?? '');
      const notes = problems(stderr).filter(({ severity }) => severity === 'info');
      assert.deepEqual(
        notes.map((note) => [note.file, note.line]),
        [[file, 4]],
        stderr,
      );
    }
  });

  it('tell what no error is named, too, however far below', async () => {
    const code =
      'import functools\ndef stop(a, b): raise StopIteration("enough")\nclass A:\n    def __iter__(self): return self\n    __next__ = functools.partial(functools.reduce, stop, [1, 2])\n';
    const python = await somePython();
    const { stderr } = run(python, code + 'raise SystemExit(stop(1, 2))\n');
    assert.deepEqual(
      problems(stderr).map(({ line, message }) => [line, message]),
      [[2, 'StopIteration: enough']],
      stderr,
    );
    const lines = stderr.trimEnd().split('\n');
    const deep = [...Array<string>(40).fill('  File "/usr/lib/python3/queue.py", line 3, in get')];
    const far = [...lines.slice(0, -1), ...deep, 'queue.Full', ''].join('\n');
    assert.ok(
      problems(far).some(({ line, message }) => line === 2 && message === 'queue.Full'),
      far,
    );
  });

  it('mark the places of a group of exceptions', async () => {
    const python = (await everyPython()).find(
      ({ version }) => compareVersions(version, '3.11') >= 0,
    );
    if (!python) return;
    const code =
      'def f():\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError as error:\n    raise ExceptionGroup("several", [error])\n';
    const { stderr } = run(python, code);
    assert.deepEqual(
      new Set(problems(stderr).map(({ line, message }) => `${line} ${message}`)),
      new Set([
        '2 ZeroDivisionError: division by zero',
        '6 ExceptionGroup: several (1 sub-exception)',
      ]),
      stderr,
    );
  });

  it('leave what other programs print alone', () => {
    assert.deepEqual(problems('  File "/home/ada/work.py", line 3, in f\n    1/0\nError: x\n'), []);
  });
});
