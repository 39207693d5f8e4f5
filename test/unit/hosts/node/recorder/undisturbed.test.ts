import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { RecordingOptions, RunResult } from '../../../../../src/app/running/pythonServices.js';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { pythonSatisfies } from '../../../../../src/core/python/versions.js';
import { Recording } from '../../../../../src/core/trace/recording.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';
import { everyPython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';
import { drawnPythons } from './drawnPythons.js';

const programs = resolve('test/fixtures/undisturbed');

/** What no recorder can hide, by the Pythons that show it; the page says it (`src/webview/trace/notes.ts`). */
const deviations: Readonly<Record<string, string>> = {
  // What is called at each event takes a level of the stack.
  'depth_of_recursion.py': '>=3.10',
  // The recording is a file that is open.
  'open_files.py': '>=3.10',
  // What the recorder keeps of a step takes the memory that the next object would have had.
  'addresses_used_again.py': '>=3.10',
  // It is one of the six tools that there may be.
  'monitoring_tools.py': '>=3.12',
  // A signal comes while a step is recorded, and its handler gets that frame.
  'signals.py': '>=3.10',
  // `sys.gettrace()` is what records.
  'tracing_hooks.py': '<3.12',
  // A frame that is traced keeps a dictionary of its names, and so what they refer to.
  'references_counted.py': '<3.12',
  // `locals()` gives the same dictionary each time, which is renewed when the recorder asks for it.
  'locals_and_cells.py': '<3.13',
};

describe('A program that is recorded', function () {
  this.timeout(120_000);
  let every: readonly Interpreter[];
  let runner: PythonRunner;

  before(async () => {
    every = await everyPython();
    const recordings = new Recordings(resolve('src/hosts/node/recorder'));
    runner = new PythonRunner(processes, undefined, { recordings });
  });
  after(() => {
    runner.dispose();
  });

  const run = (
    file: string,
    interpreter: Interpreter,
    record?: RecordingOptions,
  ): Promise<RunResult> => {
    const path = join(programs, file);
    const request = { interpreter, file: path, cwd: programs, timeout: 60 };
    const begun = runner.start(record ? { ...request, record } : request, () => undefined);
    begun.endInput();
    return begun.result;
  };

  for (const file of readdirSync(programs).filter((name) => name.endsWith('.py'))) {
    it(`does as if it were not: ${basename(file, '.py').replaceAll('_', ' ')}`, async () => {
      for (const python of drawnPythons(every, file)) {
        const [plain, recorded] = [await run(file, python), await run(file, python, {})];
        assert.ok(new Recording(recorded.recording ?? '').length > 0, python.version);
        const differs =
          plain.stdout !== recorded.stdout || shown(plain.stderr) !== shown(recorded.stderr);
        const known = deviations[file];
        const isKnown = known !== undefined && pythonSatisfies(known, python.version);
        if (!isKnown) {
          assert.equal(recorded.stdout, plain.stdout, python.version);
          assert.equal(shown(recorded.stderr), shown(plain.stderr), python.version);
        } else if (file !== 'signals.py')
          assert.ok(differs, `${python.version} no longer shows ${file}: take it off the list`);
        assert.equal(recorded.code, plain.code, python.version);
      }
    });
  }
});

/** Addresses are those of the run. */
function shown(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, '0x');
}
