/** The notices of the packages that are in the bundles: their names, licenses and the texts of these. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licenses under which a package may be shipped with ours. */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC-BY-4.0',
  'MPL-2.0',
]);

/** Texts of licenses, for packages that come without; Python itself is inside of Pyodide. */
const texts = {
  '@vscode/l10n': ['vscode-l10n.txt'],
  pyodide: ['MPL-2.0.txt', 'Python.txt'],
};

/**
 * The folders of the packages that bundles were made of.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]} such as `node_modules/valibot`, each once, in order
 */
export function bundledPackages(metafiles) {
  const folders = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * @param {readonly string[]} folders of packages
 * @returns {Promise<string>} a text for people
 * @throws {Error} when a package has no license that allows it to be shipped, or no text of it
 */
export async function notices(folders) {
  const parts = await Promise.all(folders.map(noticeOf));
  return (
    ['Python Interview Lab ships the following packages, each under its own license.', ...parts, '']
      .join(`\n\n${'-'.repeat(80)}\n\n`)
      .trimEnd() + '\n'
  );
}

/** @param {string} folder */
async function noticeOf(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  if (!allowed.has(license))
    throw new Error(`${name} may not be shipped: its license is ${String(license)}.`);
  const files = (await readdir(folder)).filter((file) =>
    /^(?:licen[cs]e|copying|notice)/i.test(file),
  );
  const own = (texts[name] ?? []).map((file) => join('licenses', file));
  if (files.length + own.length === 0)
    throw new Error(`${name} comes without the text of its license.`);
  const paths = [...files.sort().map((file) => join(folder, file)), ...own];
  const contents = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const place = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  return [
    `${name} ${version} (${license})`,
    ...(place === undefined ? [] : [place]),
    ...contents.map((text) => `\n${text.replaceAll('\r\n', '\n').trim()}`),
  ].join('\n');
}
