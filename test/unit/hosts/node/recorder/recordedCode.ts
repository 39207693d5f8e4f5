/** Records code that stands in no file, with the real recorder and some Python of this machine. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Recording } from '../../../../../src/core/trace/recording.js';
import type { SteppedCode } from '../../../../../src/core/trace/steppedCode.js';
import { PythonRunner } from '../../../../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../../../../src/hosts/node/recorder/recordings.js';
import { somePython } from '../processes/pythons.js';
import { processes } from '../processes/trusted.js';

export async function recordedCode({
  code,
  files = [],
}: Pick<SteppedCode, 'code' | 'files'>): Promise<Recording> {
  const interpreter = await somePython();
  const cwd = mkdtempSync(join(tmpdir(), 'lab-stepped-'));
  const recordings = new Recordings(resolve('src/hosts/node/recorder'));
  const runner = new PythonRunner(processes, undefined, { recordings });
  try {
    for (const { path, text } of [...files, { path: 'program.py', text: code }]) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    const file = join(cwd, 'program.py');
    const run = runner.start({ interpreter, file, cwd, timeout: 60, record: {} }, () => undefined);
    run.endInput();
    return new Recording((await run.result).recording ?? '');
  } finally {
    runner.dispose();
    rmSync(cwd, { recursive: true, force: true });
  }
}
