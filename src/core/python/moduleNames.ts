import { trim } from '../trim.js';

/**
 * Names that a scratch file must not have, lest a program beside it imports the scratch file instead: the public
 * top-level modules of Python 3.10 to 3.15 (`sys.stdlib_module_names`), and what Python imports by itself at its start.
 */
const standardModules = new Set(
  `
  abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit
  audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk
  cmath cmd code codecs codeop collections colorsys compileall compression concurrent
  configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses
  datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno
  faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib
  imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale
  logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
  multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os
  ossaudiodev pathlib pdb pickle pickletools pip pipes pkgutil platform plistlib poplib posix
  posixpath pprint profile profiling pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
  queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select
  selectors setuptools shelve shlex shutil signal site sitecustomize smtpd smtplib sndhdr
  socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics
  string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile
  telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize
  tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
  urllib usercustomize uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref
  xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
`
    .trim()
    .split(/\s+/),
);

/** Python's reserved words: a file so named could not be imported. */
const keywords = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield false none true match case type'
  ).split(' '),
);

/**
 * A file name for a snippet that Python could import, and that hides no module which the code may want.
 *
 * @param beside the paths of the snippet's other files
 */
export function moduleFileName(
  snippetName: string,
  code: string,
  beside: readonly string[] = [],
): string {
  const plain = trim(snippetName.toLowerCase().replace(/[^a-z0-9_]+/g, '_'), '_');
  const name = plain === '' || /^\d/.test(plain) ? `snippet_${plain}` : plain;
  const isTaken =
    standardModules.has(name) ||
    keywords.has(name) ||
    imports(code).has(name) ||
    beside.some((path) => path.toLowerCase() === `${name}.py`);
  return `${isTaken ? `${name}_snippet` : name}.py`;
}

/** Whether a file or folder somewhere in a scratch folder is imported in place of a module of Python's own. */
export function hidesModule(path: string): boolean {
  // scratch, question, snippet, and what is imported.
  const [, , , name = ''] = path.split('/');
  const [module = ''] = name.split('.', 1);
  return standardModules.has(module);
}

/** The top-level names that a program imports, wherever in it. */
function imports(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, from, list] of code.matchAll(
    /^[ \t]*(?:from[ \t]+(\w+)|import[ \t]+([\w., \t]+))/gm,
  )) {
    const modules = from === undefined ? (list ?? '').split(',') : [from];
    for (const module of modules) {
      const first = /^\s*(\w+)/.exec(module)?.[1];
      if (first !== undefined) names.add(first.toLowerCase());
    }
  }
  return names;
}
