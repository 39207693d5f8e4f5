/** Builds the Python that ships with the extension. */
import { build } from 'esbuild';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = 'node_modules/pyodide';

/**
 * CPython in WebAssembly, its standard library, and the program that runs them.
 *
 * @param {string} folder that it is put in
 * @param {boolean} minify
 */
export async function buildBuiltInPython(folder, minify) {
  await build({
    entryPoints: { python: 'src/hosts/node/builtIn/python.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify,
    target: 'es2022',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  await cp('src/hosts/node/builtIn/startup.py', join(folder, 'startup.py'));
  for (const file of ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'])
    await cp(join(source, file), join(folder, file));
  // Packages would have to be downloaded: there are none.
  const { info } = JSON.parse(await readFile(join(source, 'pyodide-lock.json'), 'utf8'));
  await writeFile(join(folder, 'pyodide-lock.json'), JSON.stringify({ info, packages: {} }));
}
