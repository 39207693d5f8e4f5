/** How long a step takes that is recorded, of a program with few objects and of one with many. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Interpreter } from '../../src/core/python/interpreter.js';
import { Recording } from '../../src/core/trace/recording.js';
import { PythonRunner } from '../../src/hosts/node/processes/runner.js';
import { Recordings } from '../../src/hosts/node/recorder/recordings.js';
import { processes } from '../unit/hosts/node/processes/trusted.js';
import { realInterpreter } from './runRows.js';
import { medianRow } from './statistics.js';
import type { Rows } from './statistics.js';

const runs = 7;
/** Rounds of the loop, each of which is two steps. */
const rounds = 500;

export async function traceRows(folder: string): Promise<Rows> {
  const interpreter = realInterpreter();
  const recordings = new Recordings(resolve('src/hosts/node/recorder'));
  const runner = new PythonRunner(processes, undefined, { recordings });
  try {
    const small = await steps(runner, interpreter, folder, 10);
    const large = await steps(runner, interpreter, folder, 250);
    return {
      'trace.stepSmall': medianRow('µs', small.times),
      'trace.step250': medianRow('µs', large.times),
      'trace.kbPerStep': medianRow('KB', small.sizes),
      'trace.kbPerStep250': medianRow('KB', large.sizes),
    };
  } finally {
    runner.dispose();
  }
}

/** Of each run, the microseconds of processor time that a step took, as the program itself measures it, and its KB. */
async function steps(
  runner: PythonRunner,
  interpreter: Interpreter,
  cwd: string,
  objects: number,
): Promise<{ readonly times: readonly number[]; readonly sizes: readonly number[] }> {
  const file = join(cwd, `steps${String(objects)}.py`);
  // Lists in lists of ten, so that all of them are shown.
  await writeFile(
    file,
    `from time import process_time
things = [[[n] for n in range(9)] for _ in range(${String(Math.max(1, Math.round(objects / 10)))})]
begin = process_time()
for n in range(${String(rounds)}):
    m = n
print((process_time() - begin) / ${String(2 * rounds)} * 1e6)
`,
  );
  const times: number[] = [];
  const sizes: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begun = runner.start({ interpreter, file, cwd, record: {} }, () => undefined);
    const { stdout, recording = '' } = await begun.result;
    const { length } = new Recording(recording);
    if (length < 2 * rounds) throw new Error('Not all was recorded.');
    times.push(Number(stdout));
    sizes.push(recording.length / length / 1000);
  }
  return { times, sizes };
}
