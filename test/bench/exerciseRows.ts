/** From the save of an exercise to its verdict, against the same code and checks run bare. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runChecks } from '../../src/app/exercise/checkRunner.js';
import { FolderPack } from '../../src/app/content/folderPack.js';
import { hasPassed } from '../../src/core/exercise/checkReport.js';
import type { Exercise } from '../../src/core/pack/exercise.js';
import { nodeHost } from '../../src/hosts/node/nodeHost.js';
import { openPackFolder } from '../../src/hosts/node/packs/packFolder.js';
import { PythonRunner } from '../../src/hosts/node/processes/runner.js';
import { processes } from '../unit/hosts/node/processes/trusted.js';
import { realInterpreter } from './runRows.js';
import { median } from './statistics.js';
import type { Rows } from './statistics.js';

/** Checks of plain functions only, some with cases: what the script below can run. */
const measured = 'pratt-parser';
const bareScript = `import checks

for name, test in vars(checks).items():
    if name.startswith("test_"):
        for arguments in getattr(test, "cases", {"": ()}).values():
            test(**arguments) if isinstance(arguments, dict) else test(*arguments)
`;
const runs = 12;
/** The first ones fill the system's file cache and start what the runner keeps. */
const warmUp = 2;

export async function exerciseRows(folder: string): Promise<Rows> {
  const { pack } = await FolderPack.read(resolve('content/expert-python'), openPackFolder);
  const exercise = await pack?.loadExercise(measured);
  const code = exercise?.approaches[0]?.code;
  if (!exercise || code === undefined) throw new Error(`There is no exercise “${measured}”.`);
  await layOut(folder, exercise, code);
  const interpreter = realInterpreter();
  const runner = new PythonRunner(processes);
  const { files, machine } = nodeHost;
  const checker = resolve('src/hosts/node/checker/checker.py');
  const services = { files, runner, paths: machine.paths, checker };
  const ours: number[] = [];
  const bare: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      bare.push(
        await timed(() =>
          promisify(execFile)(interpreter.executable, ['bare.py'], { cwd: folder }),
        ),
      );
      ours.push(
        await timed(async () => {
          const report = await runChecks(services, interpreter, exercise, { text: code });
          if (!hasPassed(report)) throw new Error('The solution does not pass.');
        }),
      );
    }
  } finally {
    runner.dispose();
  }
  const value = median(ours.slice(warmUp)) / median(bare.slice(warmUp));
  return { 'exercise.verdictRatio': { value, unit: '×', runs: runs - warmUp } };
}

async function layOut(folder: string, exercise: Exercise, code: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${exercise.module}.py`), code);
  await writeFile(join(folder, 'checks.py'), exercise.checks);
  await writeFile(join(folder, 'bare.py'), bareScript);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
