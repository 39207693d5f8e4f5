/** What the user downloads, and what VS Code reads to activate the extension. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} dist as `npm run package` leaves it
 * @param {string} vsix
 * @returns {Record<string, import('./targets.mjs').Row>}
 */
export function sizeRows(dist, vsix) {
  const activation = staticClosure(path.join(dist, 'main.node.mjs'));
  const total = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mjs|js|css)$/.test(file))
    .map((file) => path.join(dist, file));
  return {
    'bundle.activation': sizeRow([...activation]),
    'bundle.total': sizeRow(total),
    vsix: sizeRow([vsix]),
  };
}

/** @param {string[]} files */
function sizeRow(files) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { value: bytes / 1024, unit: 'KB', runs: 1 };
}

/**
 * A module with all that it imports statically: `import(…)` is for later.
 *
 * @param {string} file
 * @param {Set<string>} [found]
 */
function staticClosure(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  // Both `import … from "./x"` and `import "./x"`, as esbuild writes them, minified or not.
  const imports = /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.mjs)["']/g;
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    staticClosure(path.resolve(path.dirname(file), specifier), found);
  }
  return found;
}
