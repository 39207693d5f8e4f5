/**
 * Python in WebAssembly. `node wasmPython.mjs PYODIDE SNAPSHOT` starts it and keeps its memory in a file;
 * `node wasmPython.mjs PYODIDE SNAPSHOT FILE` goes on from there, in a fraction of the time, and runs one Python file
 * of the working folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const [pyodide, snapshot, file] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(pyodide);
if (file === undefined) {
  const started = await loadPyodide({ _makeSnapshot: true });
  writeFileSync(snapshot, started.makeMemorySnapshot());
  process.exit();
}
const python = await loadPyodide({
  _loadSnapshot: readFileSync(snapshot),
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
});
python.mountNodeFS('/snippet', process.cwd());
try {
  python.runPython(`
import os, runpy, sys
os.chdir("/snippet")
sys.path.insert(0, "/snippet")
if "random" in sys.modules:
    sys.modules["random"].seed()  # Of the snapshot, it would be the same each time.
sys.argv = [${JSON.stringify(file)}]
sys.dont_write_bytecode = True
runpy.run_path(${JSON.stringify(file)}, run_name="__main__")
sys.stdout.flush()
sys.stderr.flush()
`);
} catch (error) {
  const exit = /SystemExit: ?(\d*)\s*$/.exec(String(error.message));
  if (!exit) process.stderr.write(String(error.message));
  process.exitCode = exit ? Number(exit[1] || 0) : 1;
}
