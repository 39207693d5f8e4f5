import * as vscode from 'vscode';
import { isBuiltIn } from '../../../core/python/builtIn.js';
import type { Interpreter } from '../../../core/python/interpreter.js';

const names: ReadonlyMap<string, string> = new Map([
  ['cpython', 'Python'],
  ['pypy', 'PyPy'],
  ['graalpy', 'GraalPy'],
]);

/** `Python 3.14.0rc2 free-threaded`, `PyPy 3.11.11`, `Python 3.14.2 (built-in)`. */
export function interpreterLabel(interpreter: Interpreter): string {
  const name = names.get(interpreter.implementation) ?? interpreter.implementation;
  const kind = isBuiltIn(interpreter) ? ` (${vscode.l10n.t('built-in')})` : '';
  return `${name} ${interpreter.version}${interpreter.freeThreaded ? ' free-threaded' : ''}${kind}`;
}
