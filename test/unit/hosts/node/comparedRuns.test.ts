import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparedRuns, oneOfEach } from '../../../../src/app/running/comparedRuns.js';
import type { ComparedRuns } from '../../../../src/app/running/comparedRuns.js';
import { outputGroups } from '../../../../src/core/outputGroups.js';
import type { Snippet } from '../../../../src/core/pack/pack.js';
import type { Interpreter } from '../../../../src/core/python/interpreter.js';
import { PythonRunner } from '../../../../src/hosts/node/processes/runner.js';
import { ScratchFiles } from '../../../../src/hosts/node/scratch/scratchFiles.js';
import { everyPython } from './processes/pythons.js';
import { processes } from './processes/trusted.js';

const snippet: Snippet = {
  name: 'version',
  code: 'import sys\nprint(sys.version_info[:2])\n',
  python: '>=3.10',
  requires: [],
  line: 0,
  files: [],
  expected: [],
  timeout: 20,
  stdin: '',
  exit: 0,
};

describe('A snippet on several Pythons', function () {
  this.timeout(120_000);
  let folder: string;
  let runner: PythonRunner;
  let two: readonly Interpreter[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lab-compared-'));
    runner = new PythonRunner(processes);
    // Two that say different things of themselves.
    const [first, ...rest] = await everyPython();
    const other = rest.find(({ version }) => version.slice(0, 4) !== first?.version.slice(0, 4));
    if (!first || !other) throw new Error('These tests need two Pythons.');
    two = [first, other];
  });
  after(() => {
    runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const compared = (
    change: Partial<Snippet>,
    before: (python: string) => void = () => undefined,
    signal = new AbortController().signal,
  ): Promise<ComparedRuns | undefined> => {
    const words = {
      name: ({ version }: Interpreter) => version,
      ending: ({ code }: { readonly code: number | null }) => (code === 0 ? '' : `(${code})`),
    };
    const services = { runner, scratch: new ScratchFiles(join(folder, 'scratch')) };
    const wanted = { ...snippet, ...change };
    return comparedRuns(services, { id: 'p/q' }, wanted, two, words, before, signal);
  };

  it('says what each of them prints, and which print the same', async () => {
    const asked: string[] = [];
    const differing = await compared({}, (python) => asked.push(python));
    assert.deepEqual(
      asked,
      two.map(({ version }) => version),
    );
    assert.equal(outputGroups(differing?.printed ?? []).length, 2);
    const same = await compared({ code: 'class A: pass\nprint(A())\nraise SystemExit(3)\n' });
    const [group, ...others] = outputGroups(same?.printed ?? []);
    assert.equal(others.length, 0);
    assert.match(group?.text ?? '', /^<__main__\.A object at 0x\w+>\n\(3\)$/);
  });

  it('leaves out a Python that lacks something, and says what', async () => {
    const version = two[0]?.version ?? '';
    const found = await compared({ python: `==${version}` });
    assert.deepEqual(
      found?.printed.map(({ python }) => python),
      [version],
    );
    assert.deepEqual(
      found.left.map(({ unmet }) => unmet.map(({ kind }) => kind)),
      [['python']],
    );
  });

  it('names the learner’s folder in tracebacks, the same on each', async () => {
    const found = await compared({ code: 'def f():\n    raise KeyError(1)\n\n\nf()\n', exit: 1 });
    for (const { text } of found?.printed ?? []) {
      assert.ok(text.includes(join(folder, 'scratch')), text);
      assert.match(text, /KeyError: 1/);
    }
  });

  it('is run once on each kind, where one has what it needs on that one', () => {
    const [first] = two;
    assert.ok(first);
    const bare: Interpreter = { ...first, executable: '/a/python', distributions: {} };
    const full: Interpreter = { ...bare, executable: '/b/python', distributions: { attrs: '25' } };
    const old: Interpreter = { ...bare, version: '3.9.1' };
    const chosen = (requires: readonly string[]): readonly string[] =>
      oneOfEach([bare, old, full], { ...snippet, requires }).map(({ executable }) => executable);
    assert.deepEqual(chosen([]), ['/a/python']);
    assert.deepEqual(chosen(['attrs>=1']), ['/b/python']);
  });

  it('ends the program that runs when it is given up', async () => {
    const given = new AbortController();
    const found = await compared(
      { code: 'while True:\n    pass\n' },
      () => {
        setImmediate(() => {
          given.abort();
        });
      },
      given.signal,
    );
    assert.equal(found, undefined);
  });
});
