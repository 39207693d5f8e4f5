/** The Python that ships with the extension: CPython in WebAssembly, which needs nothing on the machine. */
import type { Snippet } from '../pack/pack.js';
import type { Interpreter } from './interpreter.js';

/** Stands for it wherever the path of an executable may stand, in the setting too. */
export const builtInCommand = 'built-in';

export function isBuiltIn({ executable }: Partial<Pick<Interpreter, 'executable'>>): boolean {
  return executable === builtInCommand;
}

/** What a program uses of an operating system. */
export type SystemPart = 'threads' | 'processes' | 'sockets' | 'libraries';

const uses: readonly (readonly [SystemPart, RegExp])[] = [
  [
    'threads',
    /\bThread\(|\bTimer\(|\bstart_new_thread\b|\bThreadPool(?:Executor)?\b|\bto_thread\b|\brun_in_executor\b|\bInterpreterPoolExecutor\b|\b(?:_|concurrent\.|import )interpreters\b/,
  ],
  [
    'processes',
    /\b(?:import|from) (?:multiprocessing|subprocess|pty)\b|\bProcessPoolExecutor\b|\bos\.(?:fork|system|popen|exec\w*|spawn\w*|posix_spawn\w*)\b|\bcreate_subprocess_\w+|\bsignal\.(?:alarm|setitimer|raise_signal|pthread_kill)\b|\bos\.kill\b/,
  ],
  [
    'sockets',
    /\b(?:import|from) (?:socket|socketserver|ssl|http\.server|http\.client|urllib\.request|smtplib|ftplib|xmlrpc)\b|\bstart_server\b|\bopen_connection\b/,
  ],
  [
    'libraries',
    /\b(?:import|from) (?:ctypes|curses|dbm|tkinter|turtle|venv|ensurepip|resource|readline)\b/,
  ],
];

/** What a program needs of the system that WebAssembly does not have; undefined when there is nothing. */
export function missingInWebAssembly({
  code,
  files = [],
}: Pick<Snippet, 'code'> & Partial<Pick<Snippet, 'files'>>): SystemPart | undefined {
  const texts = [code, ...files.map((file) => file.text)];
  return uses.find(([, use]) => texts.some((text) => use.test(text)))?.[0];
}
