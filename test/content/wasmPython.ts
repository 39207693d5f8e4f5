/** Python 3.14 in WebAssembly, as one more interpreter: no threads, no processes, and a fresh one for each program. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgramOutput, ProvingPython } from '../../src/app/proving/provingPython.js';
import { unfitFor } from '../../src/hosts/node/proving/machinePythons.js';

let snapshot: Promise<string> | undefined;
const program = join(dirname(fileURLToPath(import.meta.url)), 'wasmPython.mjs');

/** Modules that WebAssembly lacks, or that need what it lacks: threads, processes, sockets, an event loop that blocks. */
const needsAnOperatingSystem =
  /\b(?:import|from)\s+(?:asyncio|_?thread(?:ing)?|multiprocessing|concurrent|subprocess|socket|signal|ctypes|sqlite3|sysconfig|select|queue)\b/;

export async function wasmPython(): Promise<ProvingPython> {
  const version = (await runInWasm('import platform; print(platform.python_version())', [])).stdout.trim();
  const interpreter = { version, distributions: {}, implementation: 'cpython' };
  return {
    name: `Python ${version} (WebAssembly)`,
    version,
    kind: 'wasm',
    unfit: (snippet) => {
      const files = snippet.files.map((file) => file.text).join('\n');
      return unfitFor(snippet, interpreter) ?? whyNotInWasm(`${snippet.code}\n${files}`, snippet.requires);
    },
    run: (snippet) => runInWasm(snippet.code, snippet.files),
    runEach: async (programs) => {
      const results = [];
      for (const code of programs) results.push({ ...(await runInWasm(code, [])), late: false });
      return results;
    },
  };
}

/** Why a program cannot run here, or undefined. */
function whyNotInWasm(code: string, requires: readonly string[]): string | undefined {
  if (requires.length > 0) return 'needs packages';
  const match = needsAnOperatingSystem.exec(code);
  return match ? `needs threads, processes or an event loop (${match[0].trim()})` : undefined;
}

async function runInWasm(
  code: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<ProgramOutput> {
  const folder = await mkdtemp(join(tmpdir(), 'interview-lab-wasm-'));
  try {
    for (const { path, text } of [...files, { path: 'snippet_main.py', text: code }]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await start([await (snapshot ??= takeSnapshot()), 'snippet_main.py'], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The memory of an interpreter that has just started, as a file: starting anew takes several times as long. */
async function takeSnapshot(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'interview-lab-wasm-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'snapshot');
  const { code, stderr } = await start([file], folder);
  if (code !== 0) throw new Error(`Python in WebAssembly does not start:\n${stderr}`);
  return file;
}

function start(args: readonly string[], cwd: string): Promise<ProgramOutput> {
  return new Promise((resolve, reject) => {
    const pyodide = createRequire(import.meta.url).resolve('pyodide');
    // Optimizing the interpreter's code takes longer than most programs run.
    const child = spawn(process.execPath, ['--liftoff-only', program, pyodide, ...args], { cwd });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
    const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('error', reject);
    child.on('close', (exit) => {
      clearTimeout(limit);
      resolve({ code: exit, ...out });
    });
  });
}
