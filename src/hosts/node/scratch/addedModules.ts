/** Files in a scratch folder that a snippet could import though no author laid them out. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Entries of one folder that are looked at. */
const most = 1000;

/** @returns paths relative to the folder, with forward slashes; what begins with a dot is never imported */
export async function addedModules(
  folder: string,
  originals: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.slice(0, most)) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === '__pycache__') continue;
      if (entry.isDirectory()) {
        // A package; other folders are found last, and hide no module.
        const names = await readdir(join(folder, inner)).catch(() => []);
        const isLaidOut = [...originals.keys()].some((own) => own.startsWith(`${inner}/`));
        if (isLaidOut || names.some((name) => name.startsWith('__init__.'))) await visit(inner);
      } else if (/\.(?:pyw?|pyc|so|pyd)$/.test(entry.name) && !originals.has(inner)) {
        found.push(inner);
      }
    }
  };
  await visit('');
  return found;
}
