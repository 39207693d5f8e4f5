/** How a session is stored. What cannot be decoded is not resumed. */
import * as v from 'valibot';
import type { Answer, Confidence } from './answer.js';
import { count, duration, moment } from '../times.js';
import { answerSchema, confidenceSchema } from './answer.js';
import type { Grade } from './grade.js';

export interface SessionEntry {
  readonly quiz: string;
  readonly item: string;
  readonly question: string;
  readonly fingerprint: string;
  readonly flagged: boolean;
  readonly given?: Answer | undefined;
  readonly grade?: Grade | undefined;
  readonly confidence?: Confidence | undefined;
  readonly answeredAt?: number | undefined;
}

export interface QuizSession {
  readonly version: 1;
  /** The quiz's id, or the name under which a mixed one is kept. */
  readonly id: string;
  readonly title: string;
  /** In an exam nothing is told before the end. */
  readonly mode: 'practice' | 'exam';
  readonly seed: number;
  readonly entries: readonly SessionEntry[];
  readonly at: number;
  readonly finished: boolean;
  readonly startedAt: number;
  readonly finishedAt?: number | undefined;
  /** Milliseconds worked before `resumedAt`. */
  readonly spent: number;
  /** Left out while paused. */
  readonly resumedAt?: number | undefined;
  readonly limit?: number | undefined;
  readonly notes: readonly string[];
}

const gradeSchema: v.GenericSchema<unknown, Grade> = v.object({
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  note: v.string(),
  checks: v.array(v.object({ passed: v.boolean(), message: v.string() })),
  unchecked: v.optional(v.string()),
});
export const entrySchema: v.GenericSchema<unknown, SessionEntry> = v.object({
  quiz: v.string(),
  item: v.string(),
  question: v.string(),
  fingerprint: v.string(),
  flagged: v.boolean(),
  given: v.optional(answerSchema),
  grade: v.optional(gradeSchema),
  confidence: v.optional(confidenceSchema),
  answeredAt: v.optional(moment),
});

export const sessionSchema: v.GenericSchema<unknown, QuizSession> = v.pipe(
  v.object({
    version: v.literal(1),
    id: v.string(),
    title: v.string(),
    mode: v.picklist(['practice', 'exam']),
    seed: v.pipe(v.number(), v.safeInteger()),
    entries: v.array(entrySchema),
    at: count,
    finished: v.boolean(),
    startedAt: moment,
    finishedAt: v.optional(moment),
    spent: duration,
    resumedAt: v.optional(moment),
    limit: v.optional(duration),
    notes: v.array(v.string()),
  }),
  v.check(
    ({ at, entries }) => entries.length === 0 || at < entries.length,
    'The place is beyond the end.',
  ),
  v.check(
    ({ entries }) => entries.every((entry) => !entry.given === !entry.grade),
    'An answer has no grade.',
  ),
);
