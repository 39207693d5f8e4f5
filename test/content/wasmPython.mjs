/** Runs one Python file of the working folder in WebAssembly: `node wasmPython.mjs PYODIDE FILE`. */
import { createRequire } from 'node:module';
import process from 'node:process';

const [pyodide, file] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(pyodide);
const python = await loadPyodide({
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
});
python.mountNodeFS('/snippet', process.cwd());
try {
  python.runPython(`
import os, runpy, sys
os.chdir("/snippet")
sys.path.insert(0, "/snippet")
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
