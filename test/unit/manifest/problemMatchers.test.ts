import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyPython } from '../platform/pythons.js';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly message?: number;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: readonly { name: string; pattern: readonly Pattern[] }[] };
};

/** What VS Code would mark: each matcher's patterns hold for as many lines that follow one another. */
function problems(output: string): { file: string; line: number; message: string }[] {
  const lines = output.split(/\r?\n/);
  return contributes.problemMatchers.flatMap(({ pattern }) =>
    lines.flatMap((_, at) => {
      const found = { file: '', line: 0, message: '' };
      for (const [index, { regexp, file, line, message }] of pattern.entries()) {
        const match = new RegExp(regexp).exec(lines[at + index] ?? '');
        if (!match) return [];
        if (file !== undefined) found.file = match[file] ?? '';
        if (line !== undefined) found.line = Number(match[line]);
        if (message !== undefined) found.message = match[message] ?? '';
      }
      return [found];
    }),
  );
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

  it('mark the last line of a scratch file in what each Python says', async () => {
    const scratch = join(folder, 'python-interview-lab.python-interview-lab', 'scratch', 'q', 's');
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, 'program.py');
    for (const python of await everyPython()) {
      for (const [name, { code, line, message }] of Object.entries(faulty)) {
        writeFileSync(file, code);
        const { stderr } = spawnSync(python.executable, [file], { encoding: 'utf8' });
        const about = `${name} in Python ${python.version}: ${stderr}`;
        const found = problems(stderr).find((problem) => message.test(problem.message));
        assert.deepEqual({ file: found?.file, line: found?.line }, { file, line }, about);
        assert.equal(problems(stderr).length, name === 'a chain' ? 2 : 1, about);
      }
    }
  });

  it('leave what other programs print alone', () => {
    assert.deepEqual(problems('  File "/home/ada/work.py", line 3, in f\n    1/0\nError: x\n'), []);
  });
});
