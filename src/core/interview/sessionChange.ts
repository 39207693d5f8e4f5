/** An interview as a list of changes, as the journal keeps it. */
import * as v from 'valibot';
import { count, moment } from '../times.js';
import { askedSchema, turnFields } from './sessionSchema.js';
import type { AskedQuestion, InterviewSession, Turn } from './sessionSchema.js';

export type InterviewChange =
  /** An interview is begun in parts. */
  | { readonly kind: 'added'; readonly question: AskedQuestion }
  | {
      readonly kind: 'turn';
      readonly at: number;
      readonly turn: number;
      /** What of it changed. */
      readonly value: Partial<Turn>;
    }
  | { readonly kind: 'went'; readonly at: number; readonly turn: number }
  | {
      readonly kind: 'clock';
      readonly paused: boolean;
      readonly runningSince?: number | undefined;
    }
  | { readonly kind: 'finished'; readonly finishedAt: number };

const place = { at: count, turn: count };

const changedFields = v.object({
  notes: v.exactOptional(turnFields.notes),
  editedAt: v.exactOptional(turnFields.editedAt),
  spent: v.exactOptional(turnFields.spent),
  told: v.exactOptional(turnFields.told),
  marks: v.exactOptional(turnFields.marks),
});

export const interviewChangeSchema: v.GenericSchema<unknown, InterviewChange> = v.variant('kind', [
  v.object({ kind: v.literal('added'), question: askedSchema }),
  v.object({ kind: v.literal('turn'), ...place, value: changedFields }),
  v.object({ kind: v.literal('went'), ...place }),
  v.object({
    kind: v.literal('clock'),
    paused: v.boolean(),
    runningSince: v.optional(moment),
  }),
  v.object({ kind: v.literal('finished'), finishedAt: moment }),
]);

/** Question by question: each is long. */
export function partsOfInterview(session: InterviewSession): {
  readonly start: InterviewSession;
  readonly more: readonly InterviewChange[];
} {
  const [first, ...rest] = session.questions;
  return {
    start: { ...session, questions: first ? [first] : [] },
    more: rest.map((question) => ({ kind: 'added', question })),
  };
}

/** What leads from one state of an interview to a later one. */
export function interviewChanges(
  before: InterviewSession,
  after: InterviewSession,
): readonly InterviewChange[] {
  const changes: InterviewChange[] = [];
  for (const [at, question] of after.questions.entries())
    for (const [turn, fresh] of question.turns.entries()) {
      const old = before.questions[at]?.turns[turn];
      if (!old || old === fresh) continue;
      const value = Object.fromEntries(
        Object.entries(fresh).filter(([name, own]) => old[name as keyof Turn] !== own),
      );
      if (Object.keys(value).length > 0) changes.push({ kind: 'turn', at, turn, value });
    }
  const { at, turn, paused, runningSince, finishedAt } = after;
  if (before.at !== at || before.turn !== turn) changes.push({ kind: 'went', at, turn });
  if (before.paused !== paused || before.runningSince !== runningSince)
    changes.push({ kind: 'clock', paused, runningSince });
  if (finishedAt !== undefined && before.finishedAt === undefined)
    changes.push({ kind: 'finished', finishedAt });
  return changes;
}

/** The very same session when the change does not fit it. */
export function applyInterviewChange(
  session: InterviewSession,
  change: InterviewChange,
): InterviewSession {
  switch (change.kind) {
    case 'added':
      return { ...session, questions: [...session.questions, change.question] };
    case 'turn': {
      const { at, turn, value } = change;
      const question = session.questions[at];
      const old = question?.turns[turn];
      if (!old) return session;
      const fresh = { ...old, ...value };
      // Marks are of points: as many as there are.
      if (fresh.marks.length !== old.marks.length) return session;
      const changed = { ...question, turns: question.turns.with(turn, fresh) };
      return { ...session, questions: session.questions.with(at, changed) };
    }
    case 'went': {
      const { at, turn } = change;
      return session.questions[at]?.turns[turn] ? { ...session, at, turn } : session;
    }
    case 'clock': {
      const { runningSince: _, ...rest } = session;
      const { paused, runningSince } = change;
      return { ...rest, paused, ...(runningSince === undefined ? {} : { runningSince }) };
    }
    case 'finished': {
      const { finishedAt } = change;
      return session.finishedAt === undefined ? { ...session, finishedAt } : session;
    }
  }
}
