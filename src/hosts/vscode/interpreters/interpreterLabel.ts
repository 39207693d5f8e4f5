import type { Interpreter } from '../../../core/python/interpreter.js';

const names: ReadonlyMap<string, string> = new Map([
  ['cpython', 'Python'],
  ['pypy', 'PyPy'],
  ['graalpy', 'GraalPy'],
]);

/** `Python 3.14.0rc2 free-threaded`, `PyPy 3.11.11`. */
export function interpreterLabel(interpreter: Interpreter): string {
  const name = names.get(interpreter.implementation) ?? interpreter.implementation;
  return `${name} ${interpreter.version}${interpreter.freeThreaded ? ' free-threaded' : ''}`;
}
