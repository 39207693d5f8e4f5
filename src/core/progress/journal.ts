/** One line an event: how the journal is written and read back. Lines are versioned and decoded, never trusted. */
import * as v from 'valibot';
import type { LearningEvent } from './progress.js';

const id = v.pipe(v.string(), v.maxLength(200));
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const eventSchema: v.GenericSchema<unknown, LearningEvent> = v.variant('kind', [
  v.object({ kind: v.literal('opened'), question: id }),
  v.object({ kind: v.literal('read'), question: id }),
  v.object({ kind: v.literal('unread'), question: id }),
  v.object({ kind: v.literal('answered'), quiz: id, item: id, question: id, score }),
  v.object({ kind: v.literal('quizFinished'), quiz: id, score, items: v.number() }),
]);

const entrySchema = v.object({
  v: v.literal(1),
  id,
  /** Milliseconds since 1970, UTC. */
  time: v.number(),
  event: eventSchema,
});

export type JournalEntry = v.InferOutput<typeof entrySchema>;

export function encodeEntry(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

export interface DecodedJournal {
  readonly entries: readonly JournalEntry[];
  /** Lines that are no entries: damaged, or written by a later version. */
  readonly damaged: readonly string[];
}

/** Reads lines; one that cannot be read is set apart and the rest is kept. */
export function decodeJournal(text: string): DecodedJournal {
  const entries: JournalEntry[] = [];
  const damaged: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const entry = decodeLine(line);
    if (entry) entries.push(entry);
    else damaged.push(line);
  }
  return { entries, damaged };
}

function decodeLine(line: string): JournalEntry | undefined {
  try {
    const parsed = v.safeParse(entrySchema, JSON.parse(line));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // Not JSON: the caller sets the line apart.
  }
}
