/** What an entry of the journal must be. Nothing that is read is trusted to be one. */
import * as v from 'valibot';
import { confidenceSchema } from '../quiz/answer.js';
import type { CardId, LearningEvent } from './event.js';
import type { JournalEntry } from './journal.js';

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

const events = [
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
] as const;

const eventSchema: v.GenericSchema<unknown, LearningEvent> = v.variant('kind', events);

/** Nothing may stand beside it: a sum whose name was damaged would. */
export const entrySchema: v.GenericSchema<unknown, JournalEntry> = v.strictObject({
  v: v.literal(2),
  id,
  time,
  device: id,
  event: eventSchema,
});

const kinds: ReadonlySet<string> = new Set(events.map(({ entries }) => entries.kind.literal));

const laterSchema = v.union([
  v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(3)) }),
  v.strictObject({
    v: v.literal(2),
    id,
    time,
    device: id,
    event: v.object({
      kind: v.pipe(
        v.string(),
        v.check((kind) => !kinds.has(kind)),
      ),
    }),
  }),
]);

/** Whether a later version of the extension wrote it: a version or a kind of event that this one does not know. */
export function isOfLaterVersion(value: unknown): boolean {
  return v.is(laterSchema, value);
}
