/**
 * The built-in Python as a program: `node python.mjs [OPTIONS] FILE` does what `python [OPTIONS] FILE` would.
 *
 * Python in WebAssembly can reach JavaScript, and thus all that Node can do. So what it is given holds nothing: no
 * global object, no module of Node's that starts or opens anything but files, no code made of strings; `startup.py`
 * takes away the modules that lead here. Of the disk it sees the folder that it runs in and those on its path.
 */
import {
  constants,
  existsSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { loadPyodide, PyodideAPI } from 'pyodide';
import {
  builtInOptions,
  foldersVariable,
  snapshotVariable,
  startVariable,
} from './builtInOptions.js';

const home = dirname(fileURLToPath(import.meta.url));
const options = builtInOptions(process.argv.slice(2));
const snapshot = process.env[snapshotVariable];
const startMark = process.env[startVariable];

writeSync(1, mark('waits'));
endWithParent();
const { loadPyodide: load } = (await import(pathToFileURL(join(home, 'pyodide.mjs')).href)) as {
  loadPyodide: typeof loadPyodide;
};
lockNode();
const python = await begin();
useStreams(python);
process.exit(run(python));

/** Says that it is still starting, or no longer, to whoever counts the time. */
function mark(word: 'waits' | 'goes on'): string {
  return startMark === undefined ? '' : `\u001b_${startMark};${word}\u001b\\`;
}

/** Nothing of a window that was killed goes on: the main thread cannot look, since Python never lets go of it. */
function endWithParent(): void {
  const watch = `
    const { ppid } = process;
    setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL'); }, 500);`;
  new Worker(watch, { eval: true }).unref();
}

/** From here on neither Python nor what leads out of it starts, opens or asks anything but files. */
function lockNode(): void {
  const files = new Set(
    ['fs', 'path', 'url', 'crypto', 'module', 'tty'].flatMap((name) => [name, `node:${name}`]),
  );
  const inner = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const loadModule = inner._load;
  inner._load = (name, ...rest) => {
    if (files.has(name)) return loadModule(name, ...rest);
    // What answers `os.system`: a shell that knows no command.
    if (name.endsWith('child_process')) return { spawnSync: () => ({ status: 127, signal: null }) };
    throw new Error(`${name} is not there.`);
  };
  const bare = process as unknown as Record<string, unknown>;
  bare['binding'] = () => ({ fs: constants });
  for (const name of ['dlopen', 'getBuiltinModule', '_linkedBinding', 'kill', 'chdir'])
    Reflect.deleteProperty(bare, name);
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'Worker', 'navigator'])
    Reflect.deleteProperty(globalThis, name);
  // What it would say of its own end is no output of the program's.
  Object.assign(console, { log: () => undefined, warn: () => undefined, error: () => undefined });
}

/** Python's memory as it was just after its first start is kept in a file: to go on from there takes a fraction. */
async function begin(): Promise<PyodideAPI> {
  const common = { indexURL: `${home}/`, jsglobals: Object.create(null) as object };
  if (snapshot === undefined) return load(common);
  if (existsSync(snapshot)) return load({ ...common, _loadSnapshot: readFileSync(snapshot) });
  const started = await load({ ...common, _makeSnapshot: true });
  try {
    const own = `${snapshot}.${String(process.pid)}`;
    writeFileSync(own, started.makeMemorySnapshot());
    renameSync(own, snapshot);
  } catch {
    // A full disk costs time at the next start and nothing else.
  }
  return started;
}

function useStreams(api: PyodideAPI): void {
  const writer = (file: number) => ({
    write: (bytes: Uint8Array) => patiently(() => writeSync(file, bytes)),
    isatty: false,
  });
  api.setStdout(writer(1));
  api.setStderr(writer(2));
  api.setStdin({
    read: (bytes: Uint8Array) => reading(() => patiently(() => readSync(0, bytes))),
    isatty: false,
  });
}

/** Says that it waits for input: Node asks again and again, so that the system cannot tell. */
function reading(read: () => number): number {
  writeSync(1, mark('waits'));
  try {
    return read();
  } finally {
    writeSync(1, mark('goes on'));
  }
}

/** A pipe that is full or empty is waited for. */
function patiently(move: () => number): number {
  for (;;) {
    try {
      return move();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** @returns the exit code */
function run(api: PyodideAPI): number {
  const folder = process.cwd();
  const file = options.file === undefined ? '' : resolve(options.file);
  const paths = options.isolated
    ? []
    : (process.env['PYTHONPATH'] ?? '')
        .split(process.platform === 'win32' ? ';' : ':')
        .filter(Boolean);
  const seen = [
    folder,
    ...paths,
    ...(file ? [dirname(file)] : []),
    ...(process.env[foldersVariable] ?? '').split('\n').filter(Boolean),
  ];
  for (const path of new Set(seen)) if (existsSync(path)) mount(api, path);
  const ours = new Set(['ELECTRON_RUN_AS_NODE', foldersVariable, snapshotVariable, startVariable]);
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.has(name)),
  );
  const program = {
    ...{
      folder,
      file,
      paths,
      environment,
      isolated: options.isolated,
      code: options.code ?? null,
      begins: mark('goes on'),
    },
    arguments: [options.code === undefined ? file : '-c', ...options.arguments],
  };
  const startup = readFileSync(join(home, 'startup.py'), 'utf8');
  // A module of its own: the program's namespace holds nothing of it.
  const call = `import json, types
startup = types.ModuleType('startup')
exec(compile(${JSON.stringify(startup)}, 'startup.py', 'exec'), startup.__dict__)
startup.start(json.loads(${JSON.stringify(JSON.stringify(program))}))`;
  try {
    return Number(api.runPython(call));
  } catch (error) {
    return ending(error);
  }
}

/** The exit code of a program that did not end as programs do. */
function ending(error: unknown): number {
  if (!(error instanceof Error)) return 1;
  const { status } = error as Error & { readonly status?: unknown };
  // `os._exit`
  if (typeof status === 'number') return status & 0xff;
  // `os.abort`, or a fault of the interpreter's own: nothing of JavaScript's is the learner's business.
  writeSync(2, 'Fatal Python error: the built-in Python ended\n');
  return 134;
}

function mount(api: PyodideAPI, path: string): void {
  try {
    api.mountNodeFS(path, path);
  } catch {
    // It lies in one that is there already.
  }
}
