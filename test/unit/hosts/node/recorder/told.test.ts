import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Interpreter } from '../../../../../src/core/python/interpreter.js';
import { pythonSatisfies } from '../../../../../src/core/python/versions.js';
import { changesIn } from '../../../../../src/core/trace/changes.js';
import { Recording } from '../../../../../src/core/trace/recording.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';
import { stepText } from '../../../../../src/webview/trace/stepText.js';
import { everyPython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';
import { drawnPythons } from './drawnPythons.js';

const programs = resolve('test/fixtures/told');

/**
 * Each program says in comments what the words of its steps must hold, in this order: `# says: n becomes 1`; other words
 * for it after `|`, and the Pythons for which it is so in `# says(>=3.12): …`.
 */
describe('A recording tells', function () {
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

  for (const file of readdirSync(programs).filter((name) => name.endsWith('.py'))) {
    const code = readFileSync(join(programs, file), 'utf8');
    const wanted = [...code.matchAll(/^# says(?:\((.*?)\))?: (.*)$/gm)];
    if (wanted.length === 0) continue; // What another imports.
    it(`what a program does: ${basename(file, '.py').replaceAll('_', ' ')}`, async () => {
      for (const interpreter of drawnPythons(every, file)) {
        const path = join(programs, file);
        const request = { interpreter, file: path, cwd: programs, timeout: 60, record: {} };
        const run = runner.start(request, () => undefined);
        run.endInput();
        const told = wordsOf(new Recording((await run.result).recording ?? ''));
        let at = 0;
        for (const [, range = '', words = ''] of wanted) {
          if (range !== '' && !pythonSatisfies(range, interpreter.version)) continue;
          const ways = words.split('|');
          const found = told.findIndex(
            (text, index) => index >= at && ways.some((way) => text.includes(way.trim())),
          );
          assert.ok(
            found >= 0,
            `${interpreter.version}: “${words}” is not told after step ${at}:\n${told.join('\n')}`,
          );
          at = found;
        }
      }
    });
  }
});

function wordsOf(recording: Recording): string[] {
  return Array.from({ length: recording.length }, (_, index) => {
    const before = index > 0 ? recording.at(index - 1) : undefined;
    const step = recording.at(index);
    return stepText(step, changesIn(step, before));
  });
}
