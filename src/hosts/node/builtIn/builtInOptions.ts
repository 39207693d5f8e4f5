/** What the marks begin with by which it tells when it has started; see `StreamMarks`. */
export const startVariable = 'INTERVIEW_LAB_START';
/** Absolute paths of the folders that it sees beside its own, a line each. */
export const foldersVariable = 'INTERVIEW_LAB_FOLDERS';
/** The file that keeps its memory. */
export const snapshotVariable = 'INTERVIEW_LAB_SNAPSHOT';

/** What a command line asks of the built-in Python. */
export interface BuiltInOptions {
  /** Whether neither variables nor the program's own folder lead to modules. */
  readonly isolated: boolean;
  readonly file?: string;
  readonly code?: string;
  /** The program's own. */
  readonly arguments: readonly string[];
}

/** Reads a command line as Python does; options that change nothing here are passed over. */
export function builtInOptions(line: readonly string[]): BuiltInOptions {
  let isolated = false;
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? '';
    const rest = line.slice(at + 1);
    if (word === '-c') return { isolated, code: rest[0] ?? '', arguments: rest.slice(1) };
    if (!word.startsWith('-')) return { isolated, file: word, arguments: rest };
    if (word === '-X' || word === '-W') at += 1;
    if (word === '-I') isolated = true;
  }
  return { isolated, code: '', arguments: [] };
}
