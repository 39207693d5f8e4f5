import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Every package with a byte in a bundle, as esbuild counts it. */
async function packagesInBundles(): Promise<readonly string[]> {
  const pages = readdirSync('src/webview', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('src/webview', name, 'main.ts'))
    .filter((file) => readdirSync(join(file, '..')).includes('main.ts'));
  const common = { bundle: true, write: false, metafile: true, outdir: 'out' } as const;
  const results = await Promise.all([
    build({
      ...common,
      entryPoints: ['src/main.node.ts', 'src/main.lab.ts', 'src/hosts/node/builtIn/python.ts'],
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      external: ['vscode'],
    }),
    build({ ...common, entryPoints: pages, platform: 'browser', loader: { '.ttf': 'file' } }),
  ]);
  const files = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = files.flatMap((file) => {
    const at = file.lastIndexOf('node_modules/');
    if (at < 0) return [];
    const [scope = '', name = ''] = file.slice(at + 'node_modules/'.length).split('/');
    return [
      file.slice(0, at) + join('node_modules', scope.startsWith('@') ? join(scope, name) : scope),
    ];
  });
  return [...new Set(folders)];
}

describe('the notices of third parties', () => {
  const notices = readFileSync('THIRD-PARTY-NOTICES.txt', 'utf8');

  it('name every bundled package with its version, license and the text of it', async () => {
    const folders = await packagesInBundles();
    assert.ok(folders.length > 30, String(folders.length));
    for (const folder of folders) {
      const { name, version, license } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      ) as { readonly name: string; readonly version: string; readonly license: string };
      assert.ok(notices.includes(`\n${name} ${version} (${license})\n`), `${name}: run the build`);
      assert.doesNotMatch(license, /GPL|SSPL|BUSL/, name);
      const own = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
      // A package may come without: then we have it.
      const ours = join('licenses', `${name.replace('@', '').replace('/', '-')}.txt`);
      const texts = own.length > 0 ? own.map((file) => join(folder, file)) : [ours];
      for (const file of texts) {
        const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
        assert.ok(notices.includes(text), `${name}: ${file} is missing`);
      }
    }
  });

  it('tell of the Python that ships, and of what it is made of', () => {
    assert.match(notices, /^pyodide \S+ \(MPL-2\.0\)$/m);
    for (const file of ['MPL-2.0.txt', 'Python.txt'])
      assert.ok(notices.includes(readFileSync(join('licenses', file), 'utf8').trim()), file);
  });

  it('tell of the icons, which need a credit', () => {
    assert.match(notices, /^@vscode\/codicons \S+ \(CC-BY-4\.0\)$/m);
  });

  it('ship with the extension', () => {
    const kept = readFileSync('.vscodeignore', 'utf8').split('\n');
    assert.ok(kept.includes('!THIRD-PARTY-NOTICES.txt'));
  });
});
