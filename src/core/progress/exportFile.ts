/** All that is the learner's in one JSON file; CONTRIBUTING.md describes it. What comes back is decoded, never trusted. */
import * as v from 'valibot';
import { decodeEntry, decodeLine } from './entryLine.js';
import type { JournalEntry, StoredHistory } from './journal.js';

/** A text that the learner wrote: a note, a scratch file, the report of an interview. */
export interface LearnerFile {
  /** Below the extension's storage, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The folders of the extension's storage that hold what the learner wrote. */
export const learnerFolders = ['notes', 'scratch', 'interviews'] as const;

export interface ProgressExport {
  readonly history: StoredHistory;
  readonly files: readonly LearnerFile[];
}

export interface DecodedExport extends ProgressExport {
  /** Events and files that could not be read. */
  readonly damaged: number;
}

const format = 'python-interview-lab/progress';

/** @param exportedAt ISO 8601 */
export function encodeExport({ history, files }: ProgressExport, exportedAt: string): string {
  const { entries, later } = history;
  const list = (values: readonly unknown[]): string =>
    values.length === 0
      ? '[]'
      : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
  // One event a line: the file can be looked at, compared and kept under version control.
  return (
    `{\n"format": ${JSON.stringify(format)},\n"version": 1,\n"exportedAt": ${JSON.stringify(exportedAt)},\n` +
    `"events": ${list(entries)},\n"later": ${list(later)},\n"files": ${list(files)}\n}\n`
  );
}

const headSchema = v.object({
  format: v.literal(format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const bodySchema = v.object({
  events: v.array(v.unknown()),
  later: v.optional(v.array(v.unknown()), []),
  files: v.optional(v.array(v.unknown()), []),
});

const fileSchema = v.object({ path: v.pipe(v.string(), v.check(isLearnerPath)), text: v.string() });

/** @throws Error with a sentence for the user when the text is no export. */
export function decodeExport(text: string): DecodedExport {
  const value = parse(text);
  const head = v.safeParse(headSchema, value);
  if (!head.success)
    throw new Error('This is not an export of Python Interview Lab. Choose a file that it made.');
  if (head.output.version > 1)
    throw new Error(
      'This export was made by a later version of Python Interview Lab. Update the extension, then import it.',
    );
  const body = v.safeParse(bodySchema, value);
  if (!body.success)
    throw new Error('This export is damaged: its events are missing. Choose another copy of it.');
  const entries: JournalEntry[] = [];
  const later: string[] = [];
  const files: LearnerFile[] = [];
  let damaged = 0;
  const take = (entry: JournalEntry | 'later' | 'damaged', line: () => string): void => {
    if (typeof entry === 'object') entries.push(entry);
    else if (entry === 'later') later.push(line());
    else damaged++;
  };
  for (const event of body.output.events) take(decodeEntry(event), () => JSON.stringify(event));
  for (const line of body.output.later) {
    const isLine = typeof line === 'string' && !line.includes('\n');
    take(isLine ? decodeLine(line) : 'damaged', () => String(line));
  }
  for (const each of body.output.files) {
    const file = v.safeParse(fileSchema, each);
    if (file.success) files.push(file.output);
    else damaged++;
  }
  return { history: { entries, later }, files, damaged };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const isOurs = text.slice(0, 200).includes(format);
    throw new Error(
      isOurs
        ? 'This export is damaged: it is not whole. Choose another copy of it.'
        : 'This is not an export of Python Interview Lab. Choose a file that it made.',
      { cause: error },
    );
  }
}

/** A path in one of the learner's folders that leaves it on no operating system. */
function isLearnerPath(path: string): boolean {
  const [folder, ...rest] = path.split('/');
  const isKnown = learnerFolders.some((known) => known === folder);
  const isPlain = (part: string): boolean =>
    // eslint-disable-next-line no-control-regex -- exactly these are forbidden
    /^[^\\:*?"<>|\x00-\x1f]{1,200}$/.test(part) &&
    !/[. ]$/.test(part) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part);
  return isKnown && rest.length > 0 && rest.length <= 20 && rest.every(isPlain);
}
