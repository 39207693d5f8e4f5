/** What a quiz comes to: its score, and what goes into the learner's history. */
import type { NewEvent } from '../progress/journal.js';
import { entryKey } from './session.js';
import type { QuizSession, SessionEntry } from './session.js';
import { hash } from './shuffle.js';

/** Names one taking of a quiz, in the journal. */
export function quizSessionId(quiz: string, attempt: string): string {
  return `${attempt}-${hash(quiz).toString(36)}`;
}

/** Those that could be checked, skipped ones included. */
export function countedEntries({ entries }: Pick<QuizSession, 'entries'>): readonly SessionEntry[] {
  return entries.filter(counts);
}

export function counts(entry: SessionEntry): boolean {
  return entry.grade?.unchecked === undefined;
}

export function scoreOf(entry: SessionEntry): number {
  return entry.grade?.score ?? 0;
}

/** Points, to two digits. */
export function totalScore({ entries }: Pick<QuizSession, 'entries'>): number {
  const sum = entries.reduce((total, entry) => total + scoreOf(entry), 0);
  return Math.round(sum * 100) / 100;
}

/** An answer that was told; none for a skip, which misses nothing, nor for what could not be checked. */
export function answerEvents(session: string, entry: SessionEntry): readonly NewEvent[] {
  const { given, grade, quiz, item, question, confidence, fingerprint } = entry;
  if (!given || !grade || given.kind === 'skipped' || !counts(entry)) return [];
  const { score } = grade;
  // To what the item was before the pack changed it, there may be an answer as well.
  const id = `${session}/${hash(entryKey(entry)).toString(36)}-${fingerprint}`;
  return [{ id, event: { kind: 'answered', quiz, item, question, score, confidence } }];
}

/** What follows from the end: in an exam nothing was told before. */
export function endEvents(id: string, session: QuizSession): readonly NewEvent[] {
  const items = countedEntries(session).length;
  // Nothing to score: every item has vanished, or none could be checked.
  const score = items === 0 ? undefined : Math.min(1, totalScore(session) / items);
  return [
    ...(session.mode === 'exam' ? session.entries.flatMap((entry) => answerEvents(id, entry)) : []),
    ...(score === undefined
      ? []
      : [
          {
            id: `${id}/finished`,
            event: { kind: 'quizFinished', quiz: session.id, score, items } as const,
          },
        ]),
  ];
}
