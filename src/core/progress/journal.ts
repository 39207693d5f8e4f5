/** One line an event: how the journal is written and read back. Lines are versioned and decoded, never trusted. */
import * as v from 'valibot';
import { confidenceSchema } from '../quiz/answer.js';
import type { CardId, LearningEvent } from './event.js';

const id = v.pipe(v.string(), v.maxLength(200));
const card = v.pipe(
  v.string(),
  v.maxLength(410),
  v.regex(/^(question\/[^/]+|item\/[^/]+\/[^/]+)$/),
  v.transform((text) => text as CardId),
);
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Milliseconds since 1970, UTC. */
const time = v.pipe(v.number(), v.finite());

const interviewedQuestion = v.object({
  question: id,
  seconds: v.pipe(v.number(), v.minValue(0)),
  points: v.array(v.object({ point: v.string(), rating: v.picklist([0, 1, 2]) })),
});

const eventSchema: v.GenericSchema<unknown, LearningEvent> = v.variant('kind', [
  v.object({ kind: v.literal('opened'), question: id }),
  v.object({ kind: v.literal('read'), question: id }),
  v.object({ kind: v.literal('unread'), question: id }),
  v.object({
    kind: v.literal('answered'),
    quiz: id,
    item: id,
    question: id,
    score,
    confidence: v.optional(confidenceSchema),
  }),
  v.object({ kind: v.literal('quizFinished'), quiz: id, score, items: v.number() }),
  v.object({ kind: v.literal('rated'), card, rating: v.picklist([1, 2, 3, 4]) }),
  v.object({ kind: v.literal('undone'), entry: id }),
  v.object({ kind: v.literal('buried'), card, until: time }),
  v.object({ kind: v.literal('suspended'), card, suspended: v.boolean() }),
  v.object({ kind: v.literal('bookmarked'), question: id, bookmarked: v.boolean() }),
  v.object({ kind: v.literal('noted'), question: id, empty: v.boolean() }),
  v.object({
    kind: v.literal('interviewed'),
    length: v.pipe(v.number(), v.minValue(0)),
    questions: v.array(interviewedQuestion),
  }),
]);

const entrySchema = v.object({
  v: v.literal(2),
  /** Unique for ever: an entry that comes twice counts once. */
  id,
  time,
  /** The machine on which it happened. */
  device: id,
  event: eventSchema,
});

export type JournalEntry = v.InferOutput<typeof entrySchema>;

/** A state that follows from the journal: entries arrive in order of time, each once, none that was undone. */
export interface Fold {
  apply(entry: JournalEntry): void;
}

/** A fold that is kept up to date. */
export interface Followed<F extends Fold> {
  readonly value: F;
}

/** The learner's history as features see it; how and where it is kept is nobody's business. */
export interface Journal {
  /** Resolves with the entry when it is stored for good; rejects with a sentence for the user. */
  record(event: LearningEvent): Promise<JournalEntry>;
  /** Makes a fold of all that was read so far and keeps it up to date. */
  follow<F extends Fold>(make: () => F): Followed<F>;
  /** Resolves when what is stored was read for the first time. */
  readonly ready: Promise<unknown>;
  /** Fires after the folds took in new entries, of this window or another. */
  readonly onDidChange: (listener: (entries: readonly JournalEntry[]) => void) => {
    dispose(): void;
  };
}

export function encodeEntry(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** The order of history: by time, and by id where two happened at once, so that every machine agrees. */
export function compareEntries(one: JournalEntry, other: JournalEntry): number {
  return one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
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
    const parsed = v.safeParse(entrySchema, migrate(JSON.parse(line)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // Not JSON: the caller sets the line apart.
  }
}

/** Version 1 named no device. */
function migrate(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || !('v' in line) || line.v !== 1) return line;
  return { ...line, v: 2, device: 'unknown' };
}
