/** An interview as a state machine of pure functions: answering → comparing → … → finished. */
import type { ModelAnswer, Script } from './modelAnswer.js';
import type { InterviewSession, Mark, Turn } from './sessionSchema.js';
import { notesLimit } from './sessionSchema.js';
export type { AskedQuestion, InterviewSession, Mark, Turn } from './sessionSchema.js';

export interface InterviewStart {
  readonly id: string;
  /** In the order in which they are asked; at least one. */
  readonly scripts: readonly Script[];
  /** Milliseconds of answering for all. */
  readonly limit: number;
  /** The most follow-ups to a question. */
  readonly followUps: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** @throws Error with a sentence for the user when there is nothing to ask. */
export function startInterview(start: InterviewStart): InterviewSession {
  if (start.scripts.length === 0)
    throw new Error('There is no question to ask. Choose more topics or levels.');
  const questions = start.scripts.map((script) => {
    const followUps = script.followUps.slice(0, start.followUps);
    const turns = [script.opening, ...followUps].map(freshTurn);
    return { script: { ...script, followUps }, turns };
  });
  return {
    version: 1,
    id: start.id,
    limit: start.limit,
    share: start.limit / questions.length,
    questions,
    at: 0,
    turn: 0,
    paused: false,
    runningSince: start.now,
    startedAt: start.now,
  };
}

function freshTurn({ points }: ModelAnswer): Turn {
  return { notes: '', editedAt: 0, spent: 0, told: false, marks: points.map(() => null) };
}

/** Names one thing that is asked: the question's place and the turn's. */
export function keyAt(at: number, turn: number): string {
  return `${String(at)}/${String(turn)}`;
}

export function currentKey({ at, turn }: InterviewSession): string {
  return keyAt(at, turn);
}

export function currentTurn(session: InterviewSession): Turn | undefined {
  return session.questions[session.at]?.turns[session.turn];
}

/** What is asked, and what is told after it. */
export function modelAnswerAt(
  session: InterviewSession,
  at: number,
  turn: number,
): ModelAnswer | undefined {
  const script = session.questions[at]?.script;
  return turn === 0 ? script?.opening : script?.followUps[turn - 1];
}

export function isFinished({ finishedAt }: InterviewSession): boolean {
  return finishedAt !== undefined;
}

/** Takes in the notes to any turn, asked now or before: text that arrives late is text all the same. */
export function note(
  session: InterviewSession,
  { key, text, now }: { readonly key: string; readonly text: string; readonly now: number },
): InterviewSession {
  if (text.length > notesLimit)
    throw new Error(`Notes end at ${String(notesLimit)} characters. Shorten them.`);
  return changeTurn(session, key, (turn) =>
    turn.notes === text ? turn : { ...turn, notes: text, editedAt: now },
  );
}

/** Shows the model answer; the clock stands still while the learner compares. */
export function showAnswer(session: InterviewSession, now: number): InterviewSession {
  assertGoesOn(session);
  const stopped = stop(session, now);
  return changeTurn({ ...stopped, paused: false }, currentKey(session), (turn) => ({
    ...turn,
    told: true,
  }));
}

/** @throws Error with a sentence for the user when the point was not shown yet. */
export function mark(
  session: InterviewSession,
  { key, point, value }: { readonly key: string; readonly point: number; readonly value: Mark },
): InterviewSession {
  return changeTurn(session, key, (turn) => {
    if (!turn.told || point >= turn.marks.length)
      throw new Error('Show the model answer before you rate your own.');
    return { ...turn, marks: turn.marks.map((old, at) => (at === point ? value : old)) };
  });
}

/** Asks the next thing; after the last one, or the last one that there is time for, the interview ends. */
export function next(session: InterviewSession, now: number): InterviewSession {
  assertGoesOn(session);
  if (!currentTurn(session)?.told) throw new Error('Show the model answer first, then go on.');
  const place = nextPlace(session);
  if (place === undefined || isOver(session, now)) return finish(session, now);
  return { ...session, ...place, paused: false, runningSince: now };
}

/** Whether *Next* asks something more. */
export function hasNext(session: InterviewSession, now: number): boolean {
  return nextPlace(session) !== undefined && !isOver(session, now);
}

function nextPlace({
  questions,
  at,
  turn,
}: InterviewSession): { readonly at: number; readonly turn: number } | undefined {
  if (turn + 1 < (questions[at]?.turns.length ?? 0)) return { at, turn: turn + 1 };
  return at + 1 < questions.length ? { at: at + 1, turn: 0 } : undefined;
}

export function pause(session: InterviewSession, now: number): InterviewSession {
  if (isFinished(session) || currentTurn(session)?.told) return session;
  return { ...stop(session, now), paused: true };
}

export function resume(session: InterviewSession, now: number): InterviewSession {
  return session.paused && !isFinished(session)
    ? { ...session, paused: false, runningSince: now }
    : session;
}

export function finish(session: InterviewSession, now: number): InterviewSession {
  if (isFinished(session)) return session;
  return { ...stop(session, now), paused: false, finishedAt: now };
}

/** Counts what was answered up to now, so that a session stored so loses no time. */
export function settle(session: InterviewSession, now: number): InterviewSession {
  return session.runningSince === undefined
    ? session
    : { ...stop(session, now), runningSince: now };
}

/** A stored session taken up again: the clock stood still since it was stored, and waits for the learner. */
export function reopen(session: InterviewSession): InterviewSession {
  const { runningSince, ...rest } = session;
  return runningSince === undefined || isFinished(session) ? rest : { ...rest, paused: true };
}

/** Milliseconds of answering the question at a place, its follow-ups included. */
export function spentOn(session: InterviewSession, at: number, now: number): number {
  const turns = session.questions[at]?.turns ?? [];
  const counted = turns.reduce((sum, { spent }) => sum + spent, 0);
  return counted + (at === session.at ? running(session, now) : 0);
}

/** Milliseconds of answering so far. */
export function spentAt(session: InterviewSession, now: number): number {
  return session.questions.reduce((sum, _, at) => sum + spentOn(session, at, now), 0);
}

/** Whether the time for the whole interview is over. */
export function isOver(session: InterviewSession, now: number): boolean {
  return spentAt(session, now) >= session.limit;
}

function running({ runningSince }: InterviewSession, now: number): number {
  return runningSince === undefined ? 0 : Math.max(0, now - runningSince);
}

function stop(session: InterviewSession, now: number): InterviewSession {
  const { runningSince, ...rest } = session;
  if (runningSince === undefined) return session;
  const more = running(session, now);
  return changeTurn(rest, currentKey(session), (turn) => ({ ...turn, spent: turn.spent + more }));
}

function assertGoesOn(session: InterviewSession): void {
  if (isFinished(session)) throw new Error('This interview is finished. Start a new one.');
}

/** @throws Error with a sentence for the user when there is no such turn. */
function changeTurn(
  session: InterviewSession,
  key: string,
  change: (turn: Turn) => Turn,
): InterviewSession {
  const at = session.questions.findIndex((question, place) =>
    question.turns.some((_, turn) => keyAt(place, turn) === key),
  );
  const question = session.questions[at];
  const index = Number(key.slice(key.indexOf('/') + 1));
  const turn = question?.turns[index];
  if (!question || !turn) throw new Error('This is not asked in this interview.');
  const changed = { ...question, turns: question.turns.with(index, change(turn)) };
  return { ...session, questions: session.questions.with(at, changed) };
}
