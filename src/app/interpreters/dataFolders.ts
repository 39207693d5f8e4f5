/** Where programs keep what is theirs, on each system. */
import type { Machine } from '../ports.js';

/** `%LOCALAPPDATA%` on Windows. */
export function localAppData(machine: Machine): string {
  return machine.env['LOCALAPPDATA'] ?? machine.paths.join(machine.home, 'AppData', 'Local');
}

/** `$XDG_DATA_HOME`, which command-line tools use on a Mac too. */
export function xdgData(machine: Machine): string {
  return machine.env['XDG_DATA_HOME'] ?? machine.paths.join(machine.home, '.local', 'share');
}

/** Where the program of a name keeps its data by the custom of the system. */
export function dataFolder(machine: Machine, name: string): string {
  const { paths } = machine;
  if (machine.platform === 'win32') return paths.join(localAppData(machine), name);
  if (machine.platform === 'darwin')
    return paths.join(machine.home, 'Library', 'Application Support', name);
  return paths.join(xdgData(machine), name);
}

/** Where it keeps what it could make again. */
export function cacheFolder(machine: Machine, name: string): string {
  const { paths } = machine;
  if (machine.platform === 'win32') return paths.join(localAppData(machine), name, 'Cache');
  if (machine.platform === 'darwin') return paths.join(machine.home, 'Library', 'Caches', name);
  return paths.join(machine.env['XDG_CACHE_HOME'] ?? paths.join(machine.home, '.cache'), name);
}
