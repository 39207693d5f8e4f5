/** Python run by the extension's own runner against the same interpreter started bare. */
import { execFileSync, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Interpreter } from '../../src/core/python/interpreter.js';
import { PythonRunner } from '../../src/hosts/node/processes/runner.js';
import { median, medianRow } from './statistics.js';
import type { Rows } from './statistics.js';
import { processes } from '../unit/hosts/node/processes/trusted.js';

const outputBytes = 100_000_000;
const megabyte = 1_000_000;

export async function runRows(folder: string): Promise<Rows> {
  const interpreter = realInterpreter();
  const runner = new PythonRunner(processes);
  try {
    return {
      ...(await firstOutput(runner, interpreter, folder)),
      ...(await throughput(runner, interpreter, folder)),
    };
  } finally {
    runner.dispose();
  }
}

async function firstOutput(
  runner: PythonRunner,
  interpreter: Interpreter,
  cwd: string,
): Promise<Rows> {
  const file = join(cwd, 'hello.py');
  await writeFile(file, 'print("hello", flush=True)\n');
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < 22; run++) {
    bare.push(await bareFirstOutput(interpreter.executable, file, cwd));
    ours.push(await runnerFirstOutput(runner, interpreter, file, cwd));
  }
  // The first two of each fill the system's file cache and start what the runner keeps.
  const [oursWarm, bareWarm] = [ours.slice(2), bare.slice(2)];
  return {
    'run.firstOutputOverhead': {
      value: median(oursWarm) - median(bareWarm),
      unit: 'ms',
      runs: oursWarm.length,
    },
    'run.bareFirstOutput': medianRow('ms', bareWarm),
  };
}

async function runnerFirstOutput(
  runner: PythonRunner,
  interpreter: Interpreter,
  file: string,
  cwd: string,
): Promise<number> {
  const start = performance.now();
  let first: number | undefined;
  const run = runner.start({ interpreter, file, cwd }, () => {
    first ??= performance.now() - start;
  });
  const result = await run.result;
  if (first === undefined) throw new Error(`Nothing was printed: ${result.stderr}`);
  return first;
}

function bareFirstOutput(executable: string, file: string, cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(executable, [file], { cwd });
    let first: number | undefined;
    child.stdout.on('data', () => {
      first ??= performance.now() - start;
    });
    child.once('error', reject);
    child.once('close', () => {
      if (first === undefined) reject(new Error('The bare Python printed nothing.'));
      else resolve(first);
    });
  });
}

async function throughput(
  runner: PythonRunner,
  interpreter: Interpreter,
  cwd: string,
): Promise<Rows> {
  const file = join(cwd, 'flood.py');
  const code = `import sys
line = b"x" * 99 + b"\\n"
for _ in range(${outputBytes / 100_000}):
    sys.stdout.buffer.write(line * 1000)
`;
  await writeFile(file, code);
  const rates: number[] = [];
  for (let run = 0; run < 3; run++) {
    const result = await runner.start({ interpreter, file, cwd }, () => undefined).result;
    if (result.code !== 0) throw new Error(`The flood ended early: ${result.stderr}`);
    rates.push(outputBytes / megabyte / (result.duration / 1000));
  }
  return { 'run.throughput': medianRow('MB/s', rates) };
}

/** Asked of the first Python on the PATH: a shim would be measured otherwise. */
export function realInterpreter(): Interpreter {
  const code = 'import sys, json; print(json.dumps([sys.executable, sys.version.split()[0]]))';
  const command = process.platform === 'win32' ? 'python' : 'python3';
  const said: unknown = JSON.parse(execFileSync(command, ['-c', code], { encoding: 'utf8' }));
  const [executable, version] = Array.isArray(said) ? said.map(String) : [];
  if (executable === undefined || version === undefined)
    throw new Error('The Python on the PATH does not say what it is.');
  return {
    executable,
    version,
    implementation: 'cpython',
    freeThreaded: false,
    prefix: '',
    distributions: {},
    origin: 'PATH',
  };
}
