/** How an interview is stored: whole, with its questions, so that it goes on even when the packs have changed. */
import * as v from 'valibot';
import { count, duration, moment } from '../times.js';
import type { Script } from './modelAnswer.js';

/** How the learner rated a point of their own answer: 0 missed, 1 in part, 2 had it. */
export type Mark = 0 | 1 | 2;

/** The answer to one thing that was asked. */
export interface Turn {
  readonly notes: string;
  /** Milliseconds since 1970 of the last change to the notes; 0 when there was none. */
  readonly editedAt: number;
  /** Milliseconds of answering, up to the last change of the session's clock. */
  readonly spent: number;
  /** The model answer was shown. */
  readonly told: boolean;
  /** One a point of the model answer; null while it is not rated. */
  readonly marks: readonly (Mark | null)[];
}

export interface AskedQuestion {
  readonly script: Script;
  /** The question's own, then one a follow-up. */
  readonly turns: readonly Turn[];
}

export interface InterviewSession {
  readonly version: 1;
  readonly id: string;
  /** Milliseconds of answering for the whole interview, and for each question with its follow-ups. */
  readonly limit: number;
  readonly share: number;
  readonly questions: readonly AskedQuestion[];
  /** The place: which question, and which turn of it. */
  readonly at: number;
  readonly turn: number;
  readonly paused: boolean;
  /** Milliseconds since 1970 from which answering is still to be counted; left out while the clock stands still. */
  readonly runningSince?: number | undefined;
  readonly startedAt: number;
  readonly finishedAt?: number | undefined;
}

/** Characters of notes to one thing asked. */
export const notesLimit = 50_000;

const modelAnswer = {
  answer: v.string(),
  points: v.array(v.object({ group: v.string(), text: v.string() })),
};

export const turnFields = {
  notes: v.string(),
  editedAt: moment,
  spent: duration,
  told: v.boolean(),
  marks: v.array(v.nullable(v.picklist([0, 1, 2]))),
};

export const askedSchema = v.pipe(
  v.object({
    script: v.object({
      question: v.string(),
      title: v.string(),
      opening: v.object(modelAnswer),
      followUps: v.array(v.object({ ask: v.string(), ...modelAnswer })),
    }),
    turns: v.array(v.object(turnFields)),
  }),
  v.check(({ script: { opening, followUps }, turns }) => {
    const sizes = [opening, ...followUps].map(({ points }) => points.length);
    return (
      turns.length === sizes.length && turns.every(({ marks }, at) => marks.length === sizes[at])
    );
  }, 'The turns do not fit the questions.'),
);

export const interviewSchema: v.GenericSchema<unknown, InterviewSession> = v.pipe(
  v.object({
    version: v.literal(1),
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
    limit: duration,
    share: duration,
    questions: v.pipe(v.array(askedSchema), v.minLength(1)),
    at: count,
    turn: count,
    paused: v.boolean(),
    runningSince: v.optional(moment),
    startedAt: moment,
    finishedAt: v.optional(moment),
  }),
  v.check(
    ({ questions, at, turn }) => turn < (questions[at]?.turns.length ?? 0),
    'The place is beyond the end.',
  ),
);
