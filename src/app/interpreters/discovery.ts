/** Where Pythons may be, on each system. Nothing is run here, and only folders are listed. */
import { inEnvironment } from './environmentPython.js';
import type { Machine } from '../ports.js';
import type { Candidate } from './probe.js';

/** The environments inside the folders of a workspace: their folder names are the usual ones. */
export function workspaceCandidates(machine: Machine, folders: readonly string[]): Candidate[] {
  const { paths } = machine;
  return folders.flatMap((folder) =>
    ['.venv', 'venv', 'env', '.conda'].flatMap((name) => {
      const root = paths.join(folder, name);
      const listed = new Set(machine.list(root));
      const isEnvironment = listed.has('pyvenv.cfg') || listed.has('conda-meta');
      if (!isEnvironment) return [];
      return [candidate(inEnvironment(machine, root, listed.has('conda-meta')), name)];
    }),
  );
}

/** What the PATH offers, in its order; relative entries are passed over, since they depend on where one stands. */
export function pathCandidates(machine: Machine): Candidate[] {
  const { paths } = machine;
  const windows = machine.platform === 'win32';
  const value = windows ? (machine.env['Path'] ?? machine.env['PATH']) : machine.env['PATH'];
  const folders = (value ?? '')
    .split(paths.delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => paths.isAbsolute(folder));
  const pattern = windows ? /^python(3|3\.\d+)?\.exe$/i : /^python(3|3\.\d+t?)?$/;
  const found = folders.flatMap((folder) => {
    // pyenv's shims have one for every version there is, most of which then refuse: `versions` is listed instead.
    const shims = paths.basename(folder) === 'shims';
    const names = machine
      .list(folder)
      .filter((name) => pattern.test(name) && !(shims && plainness(name) === 2));
    return names
      .sort((a, b) => plainness(a) - plainness(b) || b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => paths.join(folder, name));
  });
  const plain = (file: string): boolean => plainness(paths.basename(file)) < 2;
  const ordered = [...found.filter(plain), ...found.filter((file) => !plain(file))];
  const onPath = ordered
    .filter((file) => !isStoreStub(file))
    .map((file) => candidate(file, 'PATH'));
  const launcher = folders
    .filter((folder) => machine.list(folder).some((name) => name.toLowerCase() === 'py.exe'))
    .map((folder) => ({ command: paths.join(folder, 'py.exe'), args: ['-3'], origin: 'py -3' }));
  return unique([...onPath, ...(windows ? launcher.slice(0, 1) : [])]);
}

/** The Microsoft Store's placeholder, which opens the Store instead of running Python. */
export function isStoreStub(file: string): boolean {
  return /[\\/]Microsoft[\\/]WindowsApps[\\/]python[\d.]*\.exe$/i.test(file);
}

/** A path as users write it in the settings: `~`, `${workspaceFolder}`, `${env:NAME}`, or relative to the workspace. */
export function expandPath(
  machine: Machine,
  text: string,
  workspaceFolder: string | undefined,
): string {
  const { paths } = machine;
  const expanded = text
    .trim()
    .replace(/^~(?=$|[\\/])/, () => machine.home)
    .replace(/\$\{workspaceFolder\}/g, () => workspaceFolder ?? '')
    .replace(/\$\{env:(\w+)\}/g, (_, name: string) => machine.env[name] ?? '');
  if (paths.isAbsolute(expanded) || !/[\\/]/.test(expanded)) return expanded;
  return workspaceFolder === undefined ? expanded : paths.join(workspaceFolder, expanded);
}

/** A bare command name as the PATH finds it; other text is left alone. */
export function lookUp(machine: Machine, command: string): string {
  if (/[\\/]/.test(command)) return command;
  const { paths } = machine;
  const names = machine.platform === 'win32' ? [`${command}.exe`, command] : [command];
  for (const folder of (machine.env['PATH'] ?? machine.env['Path'] ?? '').split(paths.delimiter)) {
    if (!paths.isAbsolute(folder)) continue;
    const listed = machine.list(folder);
    const name = names.find((one) => listed.includes(one));
    if (name !== undefined) return paths.join(folder, name);
  }
  return command;
}

export function candidate(command: string, origin: string): Candidate {
  return { command, args: [], origin };
}

/** `python3` before `python` before `python3.12`. */
function plainness(name: string): number {
  const bare = name.replace(/\.exe$/i, '').toLowerCase();
  return bare === 'python3' ? 0 : bare === 'python' ? 1 : 2;
}

/** Each command once, where it comes first. */
export function unique(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ command, args }) => {
    const key = [command, ...args].join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
