import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { runMeasure } from '../../../../../src/app/exercise/measureRun.js';
import { measuredModel } from '../../../../../src/app/exercise/measuredModel.js';
import type { Measurement } from '../../../../../src/core/exercise/measurement.js';
import { nodeHost } from '../../../../../src/hosts/node/nodeHost.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { growth } from '../../../../../src/webview/exercise/measuredFigures.js';
import { somePython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';

const measure = `"""Sums of \`n\` numbers."""

sizes = [1_000, 10_000, 100_000]


def make_input(n):
    return list(range(n))


def run(module, data):
    module.total(data)
`;

describe('What an exercise’s solutions cost', function () {
  this.timeout(120_000);
  const runner = new PythonRunner(processes);

  after(() => {
    runner.dispose();
  });

  const run = async (text: string, how = measure): Promise<Measurement> => {
    const { files, machine } = nodeHost;
    const measurer = resolve('src/hosts/node/checker/measurer.py');
    const services = { files, runner, paths: machine.paths, measurer };
    const exercise = { module: 'total', files: [], measure: how };
    return runMeasure(services, await somePython(), exercise, { text });
  };

  it('is measured for each size, beside the input: a copy is told from a sum', async () => {
    const lean = await run('def total(values):\n    return sum(values)\n');
    assert.deepEqual(
      lean.points.map(({ size }) => size),
      [1000, 10_000, 100_000],
    );
    assert.ok(lean.points.every(({ seconds }) => seconds > 0));
    const copying = await run('def total(values):\n    return sum([v + 1 for v in values])\n');
    const last = copying.points.at(-1)?.bytes ?? 0;
    assert.ok(last > 800_000, `a hundred thousand references take ${String(last)} bytes`);
    assert.ok((lean.points.at(-1)?.bytes ?? Infinity) < 10_000);
    const power = growth(copying.points, 'bytes') ?? 0;
    assert.ok(Math.abs(power - 1) < 0.2, `memory grows like n^${String(power)}`);
    const model = measuredModel([{ title: 'Yours', measurement: lean }], false);
    assert.match(model.aboutHtml, /Sums of <code>n<\/code> numbers/);
    assert.deepEqual(
      model.programs.map(({ title, words }) => [title, words]),
      [['Yours', '']],
    );
  });

  it('ends with what was found so far when code raises, exits or says nothing of sizes', async () => {
    const fails = await run(
      'def total(values):\n    if len(values) > 5000:\n        raise OSError("full")\n',
    );
    assert.deepEqual(
      [fails.points.map(({ size }) => size), fails.fault],
      [[1000], { part: 'run', words: 'OSError: full' }],
    );
    const broken = await run('def total(:\n');
    assert.equal(broken.fault?.part, 'module');
    const exits = await run('import os\ndef total(values):\n    os._exit(3)\n');
    assert.deepEqual([exits.points, exits.done, exits.sizes.length], [[], false, 3]);
    const { programs } = measuredModel([{ title: 'Yours', measurement: exits }], false);
    assert.match(programs[0]?.words ?? '', /did not come to the end/);
    for (const sizes of ['[1]', '[2, 1]', '["a", "b"]', '[0, 1]']) {
      const how = measure.replace('[1_000, 10_000, 100_000]', sizes);
      assert.equal((await run('def total(values): ...\n', how)).fault?.part, 'measure', sizes);
    }
  });
});
