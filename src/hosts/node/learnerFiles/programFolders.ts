/** Folders that programs fill: environments, caches, histories of versions. What is in them can be made again. */
const names = new Set(['__pycache__', 'node_modules', '.git', '.hg', '.svn', 'site-packages']);

/** A virtual environment, a conda environment, and a cache that says so: https://bford.info/cachedir/ */
const marks = ['pyvenv.cfg', 'conda-meta', 'CACHEDIR.TAG'];

/** @param entries the names of what is in the folder */
export function isProgramFolder(name: string, entries: readonly string[]): boolean {
  return names.has(name) || marks.some((mark) => entries.includes(mark));
}
