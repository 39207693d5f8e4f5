/** The time that is worked on a quiz: it stands still while the quiz is paused or its window closed. */
import type { QuizSession } from './sessionSchema.js';

export function pause(session: QuizSession, now: number): QuizSession {
  const { resumedAt, ...rest } = session;
  return { ...rest, spent: spentAt({ ...session, resumedAt }, now) };
}

export function resume(session: QuizSession, now: number): QuizSession {
  return session.resumedAt === undefined && !session.finished
    ? { ...session, resumedAt: now }
    : session;
}

/** Takes a stored session up again: the time since its last answer, when nobody may have been there, does not count. */
export function reopen(session: QuizSession, now: number): QuizSession {
  const { resumedAt } = session;
  if (session.finished || resumedAt === undefined) return session;
  const seen = Math.max(resumedAt, ...session.entries.map((entry) => entry.answeredAt ?? 0));
  return { ...session, spent: spentAt(session, seen), resumedAt: now };
}

/** Milliseconds worked on the quiz, pauses aside. */
export function spentAt(
  session: { readonly spent: number; readonly resumedAt?: number | undefined },
  now: number,
): number {
  return (
    session.spent + (session.resumedAt === undefined ? 0 : Math.max(0, now - session.resumedAt))
  );
}

/** Milliseconds left; undefined when there is no limit. */
export function remaining(session: QuizSession, now: number): number | undefined {
  return session.limit === undefined
    ? undefined
    : Math.max(0, session.limit - spentAt(session, now));
}
