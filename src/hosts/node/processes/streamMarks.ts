/**
 * A program's two streams say in which order it wrote to them: whatever its Python writes to stderr comes with a mark,
 * and a mark of the same name goes to stdout at that moment. `StreamOrder` takes both out again.
 *
 * A `sitecustomize` puts one attribute on the raw file below `sys.stderr` and takes away every trace of how it came in:
 * stdout, its layers and the user's own `sitecustomize` stay as they are. Marks go only where the streams still lead to
 * us, so that nobody else ever reads them. What cannot be hidden: a tracer or profiler sees the call that writes to
 * stderr, and `vars()` of that raw file the attribute. What children, `os.write` and faulthandler write has no mark.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryPath } from '../files/temporaryFolders.js';

const variable = 'INTERVIEW_LAB_MARKS';

const script = `import os, sys

def mark(key, reads_are_told):
    if os.name == 'nt':
        from msvcrt import get_osfhandle as identity
    else:
        def identity(file, fstat=os.fstat):
            stat = fstat(file)
            return stat.st_dev, stat.st_ino
    begin, end = b'\\x1b_' + key + b';', b'\\x1b\\\\'
    ours = identity(1), identity(2)
    put, process = os.write, os.getpid
    count = 0

    def marked(write):
        def write_marked(data):
            nonlocal count
            try:
                if (identity(1), identity(2)) != ours:
                    return write(data)
                length = memoryview(data).nbytes
                count += 1
                name = b'%d.%d' % (process(), count)
                put(1, begin + name + end)
            except (OSError, TypeError):
                return write(data)
            head = begin + b'%s;%d' % (name, length) + end
            written = write(head + data)
            return written if written is None else max(0, written - len(head))
        return write_marked

    def told(read):
        def tell(word):
            try:
                if identity(1) == ours[0]:
                    put(1, begin + word + end)
            except OSError:
                pass
        def read_told(*into):
            tell(b'waits')
            try:
                return read(*into)
            finally:
                tell(b'goes on')
        return read_told

    raw = getattr(sys.stderr.buffer, 'raw', sys.stderr.buffer)
    raw.write = marked(raw.write)
    if reads_are_told:
        raw = sys.stdin.buffer.raw
        raw.readinto, raw.readall = told(raw.readinto), told(raw.readall)

here = os.path.dirname(__file__)
sys.path[:] = [path for path in sys.path if path != here]
sys.path_importer_cache.pop(here, None)
if os.environ.get('PYTHONPATH', '').split(os.pathsep)[0] == here:
    theirs = os.environ.pop('PYTHONPATH')[len(here) + 1:]
    if theirs:
        os.environ['PYTHONPATH'] = theirs
key, _, reads = os.environ.pop('${variable}', '').partition(' ')
try:
    if key:
        mark(key.encode(), bool(reads))
except (AttributeError, OSError):
    pass  # without a stream, or on a Python whose files are closed to this, nothing is marked
if not os.path.exists(__spec__.cached):
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    __loader__.get_code(__name__)  # compiled once for all programs of this Python
    sys.dont_write_bytecode = kept
del sys.modules['sitecustomize']
import sitecustomize
`;

/** The folder from which programs get their marks. */
export class StreamMarks {
  private folder: string | undefined;

  /**
   * The variables of a program whose streams are to be marked; none where the folder cannot be written.
   *
   * @param key what its marks begin with: letters and digits that no program can guess.
   * @param readsAreTold whether Python also says when it waits for input and when it goes on.
   */
  variables(
    key: string,
    readsAreTold: boolean,
    pythonPath: string | undefined,
  ): Readonly<Record<string, string>> {
    const folder = this.ready();
    if (folder === undefined) return {};
    const paths = [folder, pythonPath ?? ''].filter((path) => path !== '');
    return { PYTHONPATH: paths.join(delimiter), [variable]: readsAreTold ? `${key} reads` : key };
  }

  dispose(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  /** Looks each time: a system may sweep what lies in its temporary folder. */
  private ready(): string | undefined {
    try {
      this.folder ??= mkdtempSync(temporaryPath('marks'));
      const file = join(this.folder, 'sitecustomize.py');
      if (existsSync(file)) return this.folder;
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, script);
      return this.folder;
    } catch {
      // A full disk costs the order of the streams and nothing else.
      return undefined;
    }
  }
}
