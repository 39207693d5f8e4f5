/** Builds everything that ships: the host's bundles, the program lab.mjs, the pages, and the compiled pack. `--production` minifies. */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBuiltInPython } from './esbuild.builtIn.mjs';
import { bundledPackages, notices } from './esbuild.notices.mjs';

const production = process.argv.includes('--production');
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

/** The host runs ES modules; some dependencies are CommonJS and ask for Node's own modules by `require`. */
const hostModule = {
  ...common,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });

const host = await build({
  ...hostModule,
  entryPoints: { 'main.node': 'src/main.node.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  metafile: true,
});

/** What packs are checked with outside VS Code: one file, which needs nothing beside it. */
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const lab = await build({
  ...hostModule,
  sourcemap: false,
  entryPoints: { lab: 'src/main.lab.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  define: {
    LAB_VERSION: JSON.stringify(version),
    LAB_CHECKER: JSON.stringify(await readFile('src/hosts/node/checker/checker.py', 'utf8')),
    LAB_MEASURER: JSON.stringify(await readFile('src/hosts/node/checker/measurer.py', 'utf8')),
  },
  metafile: true,
});

const pages = (await readdir('src/webview', { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && existsSync(join('src/webview', entry.name, 'main.ts')))
  .map((entry) => entry.name);
const webview = await build({
  ...common,
  entryPoints: Object.fromEntries(
    pages.map((page) => [page, join('src/webview', page, 'main.ts')]),
  ),
  outdir: 'dist/webview',
  format: 'iife',
  platform: 'browser',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  metafile: true,
});

await buildBuiltInPython('dist/built-in', production);

for (const folder of ['recorder', 'checker'])
  await cp(join('src/hosts/node', folder), join('dist', folder), {
    recursive: true,
    filter: (file) => !/\.ts$|__pycache__/.test(file),
  });

await writeFile(
  'THIRD-PARTY-NOTICES.txt',
  await notices([
    ...bundledPackages([host.metafile, lab.metafile, webview.metafile]),
    'node_modules/pyodide',
  ]),
);

const compiler = 'dist-test/compilePack.mjs';
await build({
  ...hostModule,
  sourcemap: false,
  entryPoints: ['src/hosts/node/packs/compile.ts'],
  outfile: compiler,
});
const { compilePack, writeJsonSchemas } = await import(pathToFileURL(compiler).href);
await writeJsonSchemas('dist/schemas');
for (const pack of await readdir('content')) {
  const faults = await compilePack(join('content', pack), join('dist/packs', pack));
  for (const { file, line, message } of faults) {
    console.error(`content/${pack}/${file}:${line + 1}: ${message}`);
  }
  await cp(join('content', pack, 'files'), join('dist/packs', pack, 'files'), {
    recursive: true,
  }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

if (process.argv.includes('--sizes')) {
  for (const [file, { bytes }] of Object.entries(host.metafile.outputs))
    console.log(`${file} ${bytes}`);
}
