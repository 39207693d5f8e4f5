import type { Interpreter } from '../../../core/python/interpreter.js';

/** `Python 3.14.0rc2 free-threaded`, `PyPy 3.11.11`. */
export function interpreterLabel(interpreter: Interpreter): string {
  const names: Readonly<Record<string, string>> = {
    cpython: 'Python',
    pypy: 'PyPy',
    graalpy: 'GraalPy',
  };
  const name = names[interpreter.implementation] ?? interpreter.implementation;
  return `${name} ${interpreter.version}${interpreter.freeThreaded ? ' free-threaded' : ''}`;
}
