/** Interviews as versions up to 0.1 kept them: each whole, in a file of its own. */
import * as v from 'valibot';
import { interviewedEvent } from '../../core/interview/report.js';
import { interviewChanges } from '../../core/interview/sessionChange.js';
import { interviewSchema } from '../../core/interview/sessionSchema.js';
import type { InterviewSession } from '../../core/interview/sessionSchema.js';
import type { JournalEntry } from '../../core/progress/journal.js';
import { interviewType } from '../interview/interviews.js';
import { begunEvents } from './begunEvents.js';
import { earlierEntries } from './earlierEntries.js';

const recordedSchema = v.object({ recorded: v.boolean() });
const laterSchema = v.object({ version: v.pipe(v.number(), v.minValue(2)) });

/** What the journal needs to go on with the interview of a file. */
export function interviewEntries(
  text: string,
  history: readonly JournalEntry[],
): readonly JournalEntry[] | 'later' | 'damaged' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  const parsed = v.safeParse(interviewSchema, value);
  if (!parsed.success) return v.is(laterSchema, value) ? 'later' : 'damaged';
  const session = parsed.output;
  const { id, startedAt, finishedAt } = session;
  const event = interviewedEvent(session);
  const known = JSON.stringify(event);
  // A crash may have hidden that the journal has it.
  const isRecorded =
    (v.is(recordedSchema, value) && value.recorded) ||
    history.some((each) => JSON.stringify(each.event) === known);
  const tells = finishedAt !== undefined && !isRecorded && event.questions.length > 0;
  const fresh = asBegun(session);
  return earlierEntries(startedAt, [
    ...(tells ? [{ id: `${id}/finished`, event }] : []),
    ...begunEvents(interviewType, { id, name: '', state: fresh }, interviewChanges(fresh, session)),
  ]);
}

/** The same interview before anything was answered. */
function asBegun(session: InterviewSession): InterviewSession {
  const { finishedAt: _, runningSince: __, ...rest } = session;
  return {
    ...rest,
    at: 0,
    turn: 0,
    paused: false,
    questions: session.questions.map(({ script, turns }) => ({
      script,
      turns: turns.map(({ marks }) => ({
        notes: '',
        editedAt: 0,
        spent: 0,
        told: false,
        marks: marks.map(() => null),
      })),
    })),
  };
}
