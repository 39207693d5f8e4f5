import type { Machine } from '../ports.js';

/** The Python of a virtual environment. */
export function environmentPython(machine: Machine, root: string): string {
  return inEnvironment(machine, root, false);
}

/** The Python of an environment. */
export function inEnvironment(machine: Machine, root: string, conda: boolean): string {
  const { paths } = machine;
  if (machine.platform !== 'win32') return paths.join(root, 'bin', 'python');
  return conda ? paths.join(root, 'python.exe') : paths.join(root, 'Scripts', 'python.exe');
}
