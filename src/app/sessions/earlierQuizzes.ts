/** Quizzes as versions up to 0.1 kept them: each in a file of changes, line by line, and a list of how they ended. */
import * as v from 'valibot';
import { count, moment } from '../../core/times.js';
import type { JournalEntry, NewEvent } from '../../core/progress/journal.js';
import { answerEvents, endEvents, quizSessionId } from '../../core/quiz/outcome.js';
import { attemptName, entryKey } from '../../core/quiz/session.js';
import { applyChange, changeSchema, changesBetween } from '../../core/quiz/sessionChange.js';
import { sessionSchema } from '../../core/quiz/sessionSchema.js';
import type { QuizSession } from '../../core/quiz/sessionSchema.js';
import { hash } from '../../core/quiz/shuffle.js';
import { begunEvents } from './begunEvents.js';
import { earlierEntries } from './earlierEntries.js';
import { quizType } from './quizSessions.js';

const lineSchema = v.variant('kind', [
  v.object({ kind: v.literal('start'), session: sessionSchema }),
  v.object({
    kind: v.literal('change'),
    change: v.union([
      changeSchema,
      // Said that the journal had what follows from an answer, or from the end.
      v.object({ kind: v.literal('entryRecorded'), key: v.string() }),
      v.object({ kind: v.literal('recorded') }),
    ]),
  }),
  v.object({
    kind: v.literal('attempt'),
    quiz: v.string(),
    attempt: v.object({ finishedAt: moment, score: v.number(), count }),
  }),
]);

/** What the journal needs to go on with the session of a file. */
export function quizEntries(text: string): readonly JournalEntry[] | 'damaged' {
  let session: QuizSession | undefined;
  const recorded = new Set<string>();
  for (const line of linesOf(text)) {
    if (line.kind === 'start') session ??= line.session;
    if (line.kind !== 'change' || !session) continue;
    const { change } = line;
    if (change.kind === 'entryRecorded') recorded.add(change.key);
    else if (change.kind === 'recorded') recorded.add('');
    else session = applyChange(session, change);
    if (change.kind === 'renewed') recorded.delete(change.key);
  }
  return session ? earlierEntries(session.startedAt, eventsOf(session, recorded)) : 'damaged';
}

/** @param recorded keys of the items whose answers the journal has, and an empty one when it has the end */
function eventsOf(session: QuizSession, recorded: ReadonlySet<string>): readonly NewEvent[] {
  const id = quizSessionId(session.id, attemptName(session));
  const fresh: QuizSession = {
    ...session,
    at: 0,
    spent: 0,
    finished: session.entries.length === 0,
    notes: [],
    entries: session.entries.map(({ quiz, item, question, fingerprint }) => {
      return { quiz, item, question, fingerprint, flagged: false };
    }),
  };
  const untold = session.entries.filter((entry) => !recorded.has(entryKey(entry)));
  const ends = session.finished && !recorded.has('');
  return [
    ...(session.mode === 'practice' ? untold.flatMap((entry) => answerEvents(id, entry)) : []),
    ...(ends ? endEvents(id, session) : []),
    ...begunEvents(
      quizType,
      { id, name: session.id, state: fresh },
      changesBetween(fresh, session),
    ),
  ];
}

/** How quizzes ended of which the journal, since it was damaged, says nothing. */
export function attemptEntries(
  text: string,
  history: readonly JournalEntry[],
): readonly JournalEntry[] {
  return linesOf(text).flatMap((line): readonly JournalEntry[] => {
    if (line.kind !== 'attempt') return [];
    const { quiz, attempt } = line;
    const { finishedAt, score, count } = attempt;
    if (count <= 0) return [];
    const share = Math.min(1, Math.max(0, score / count));
    // The journal was told a moment after, or, when a crash came between, with the same score at any time.
    const isKnown = history.some(
      ({ event, time }) =>
        event.kind === 'quizFinished' &&
        event.quiz === quiz &&
        (Math.abs(time - finishedAt) < minute ||
          (time > finishedAt && event.items === count && Math.abs(event.score - share) < 0.001)),
    );
    if (isKnown) return [];
    const id = `attempt-${String(finishedAt)}-${hash(quiz).toString(36)}`;
    return earlierEntries(finishedAt, [
      { id, event: { kind: 'quizFinished', quiz, score: share, items: count } },
    ]);
  });
}

const minute = 60_000;

function linesOf(text: string): readonly v.InferOutput<typeof lineSchema>[] {
  return text.split('\n').flatMap((line) => {
    try {
      const parsed = v.safeParse(lineSchema, JSON.parse(line));
      return parsed.success ? [parsed.output] : [];
    } catch {
      return []; // Torn by a crash.
    }
  });
}
