/** All that is the learner's in one JSON file; CONTRIBUTING.md describes it. What comes back is decoded, never trusted. */
import * as v from 'valibot';
import { endOfTime } from './endOfTime.js';
import { decodeLine } from './entryLine.js';
import type { JournalEntry, StoredHistory } from './journal.js';
import { decodeEntry, storedEntry } from './storedEntry.js';
import { decodeFile } from './storedFile.js';
import type { LearnerFile } from './storedFile.js';

/** What VS Code remembers of the learner, by key: on this machine, and in this workspace. */
export interface LearnerState {
  readonly global: Readonly<Record<string, unknown>>;
  readonly workspace: Readonly<Record<string, unknown>>;
}

export interface ProgressExport {
  readonly history: StoredHistory;
  readonly files: readonly LearnerFile[];
  readonly state: LearnerState;
}

export interface DecodedExport extends ProgressExport {
  /** Events and files that could not be read. */
  readonly damaged: number;
}

/** Lets others work; an export may be large. */
export type Pause = () => Promise<unknown>;

const format = 'python-interview-lab/progress';

/** Events that are worked on between two pauses: some milliseconds. */
const slice = 2000;

/**
 * In pieces, which follow one another. One event a line: the file can be looked at, compared and kept under version
 * control.
 *
 * @param exportedAt ISO 8601
 */
export function* exportPieces(
  { history, files, state }: ProgressExport,
  exportedAt: string,
): Generator<string, void> {
  yield `{\n"format": ${JSON.stringify(format)},\n"version": 1,\n"exportedAt": ${JSON.stringify(exportedAt)},\n`;
  yield '"events": ';
  yield* list(history.entries, storedEntry);
  yield ',\n"later": ';
  yield* list(history.later);
  yield ',\n"files": ';
  yield* list(files);
  yield `,\n"state": ${JSON.stringify(state)}\n}\n`;
}

function* list<T>(
  values: readonly T[],
  stored: (value: T) => unknown = (value) => value,
): Generator<string, void> {
  for (let start = 0; start < values.length; start += slice) {
    const lines = values.slice(start, start + slice).map((value) => JSON.stringify(stored(value)));
    yield `${start === 0 ? '[\n' : ',\n'}${lines.join(',\n')}`;
  }
  yield values.length === 0 ? '[]' : '\n]';
}

const headSchema = v.object({
  format: v.literal(format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const bodySchema = v.object({
  events: v.array(v.unknown()),
  later: v.optional(v.array(v.unknown()), []),
  files: v.optional(v.array(v.unknown()), []),
  state: v.optional(v.unknown()),
});

const values = v.record(v.string(), v.unknown());
const stateSchema = v.object({ global: values, workspace: values });
const noState: LearnerState = { global: {}, workspace: {} };

/**
 * Rejects with a sentence for the user when the text is no export; a part that cannot be read costs none of the others.
 */
export async function decodeExport(text: string, pause: Pause): Promise<DecodedExport> {
  const value = await parse(text, pause);
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
    if (typeof entry === 'object') entries.push(inTime(entry));
    else if (entry === 'later') later.push(line());
    else damaged++;
  };
  await eachOf(body.output.events, pause, (event) => {
    take(isDeep(event) ? 'damaged' : decodeEntry(event), () => JSON.stringify(event));
  });
  await eachOf(body.output.later, pause, (line) => {
    const isLine = typeof line === 'string' && !line.includes('\n');
    take(isLine ? decodeLine(line) : 'damaged', () => String(line));
  });
  await eachOf(body.output.files, pause, (value) => {
    const file = decodeFile(value);
    if (file) files.push(file);
    else damaged++;
  });
  const state = v.safeParse(stateSchema, body.output.state);
  const isState = state.success && !isDeep(state.output);
  if (!isState && body.output.state !== undefined) damaged++;
  const history = { entries, later };
  return { history, files, state: isState ? state.output : noState, damaged };
}

async function eachOf(
  values: readonly unknown[],
  pause: Pause,
  take: (value: unknown) => void,
): Promise<void> {
  for (const [index, value] of values.entries()) {
    take(value);
    if (index % slice === slice - 1) await pause();
  }
}

/** No clock of a history is ahead of all time: what the learner does next must come after it. */
function inTime(entry: JournalEntry): JournalEntry {
  return entry.clock < endOfTime ? entry : { ...entry, clock: endOfTime };
}

/** Values within values: what is kept has a few, and thousands would be too many to go through. */
const deepest = 32;

function isDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeep(each, levels - 1));
}

async function parse(text: string, pause: Pause): Promise<unknown> {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return (await parseLines(json, pause)) ?? JSON.parse(json);
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

const eventsBegin = '\n"events": [\n';
const eventsEnd = '\n],\n"later": ';

/**
 * Events line by line, as they are written here: a million at once would hold up everything else. Undefined when
 * somebody laid the file out anew.
 */
async function parseLines(json: string, pause: Pause): Promise<unknown> {
  const begin = json.indexOf(eventsBegin);
  const end = json.indexOf(eventsEnd, begin);
  if (begin < 0 || end < 0) return undefined;
  const rest = `${json.slice(0, begin)}\n"events": []${json.slice(end + 2)}`;
  const body: unknown = JSON.parse(rest);
  const events: unknown[] = [];
  for (let at = begin + eventsBegin.length; at < end + 1;) {
    const lineEnd = json.indexOf('\n', at);
    const isLast = lineEnd >= end;
    const line = json.slice(at, isLast ? end : lineEnd);
    if (!isLast && !line.endsWith(',')) return undefined;
    try {
      events.push(JSON.parse(isLast ? line : line.slice(0, -1)));
    } catch {
      return undefined;
    }
    at = lineEnd + 1;
    if (events.length % slice === 0) await pause();
  }
  return typeof body === 'object' ? { ...body, events } : undefined;
}
