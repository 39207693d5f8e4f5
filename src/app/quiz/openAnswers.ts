/** What is ticked or written and not saved: at an exam's end it counts as if it had been. Knows no VS Code. */
import type { QuizItem } from '../../core/pack/pack.js';
import type { Answer, Confidence } from '../../core/quiz/answer.js';
import { assertFits } from '../../core/quiz/answerFits.js';
import * as machine from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import { orderOf } from './quizModel.js';
import type { QuizDependencies } from './quizDependencies.js';

interface OpenAnswer {
  readonly key: string;
  readonly item: QuizItem;
  /** With the author's places. */
  readonly answer: Answer;
  readonly confidence?: Confidence | undefined;
}

/** Those that fit their items, in the order of the items. */
async function openAnswers(
  session: QuizSession,
  dependencies: Pick<QuizDependencies, 'item' | 'file' | 'drafts'>,
): Promise<readonly OpenAnswer[]> {
  const found: OpenAnswer[] = [];
  for (const entry of session.entries) {
    const item = dependencies.item(entry);
    const key = machine.entryKey(entry);
    const begun = await dependencies.drafts.get(key);
    const answer = item && (await answerIn(session, entry, item, begun?.answer, dependencies));
    if (answer) found.push({ key, item, answer, confidence: begun?.confidence });
  }
  return found;
}

/** How many items have neither an answer nor an open one. */
export async function unansweredCount(
  session: QuizSession,
  dependencies: Pick<QuizDependencies, 'item' | 'file' | 'drafts'>,
): Promise<number> {
  const open = new Set((await openAnswers(session, dependencies)).map(({ key }) => key));
  return session.entries.filter((entry) => !entry.given && !open.has(machine.entryKey(entry)))
    .length;
}

/** The session with its open answers given. */
export async function withOpenAnswers(
  session: QuizSession,
  dependencies: Pick<QuizDependencies, 'item' | 'file' | 'drafts' | 'check' | 'now'>,
): Promise<QuizSession> {
  const now = dependencies.now();
  let given = machine.resume(session, now);
  for (const { key, item, answer, confidence } of await openAnswers(session, dependencies)) {
    const checks =
      item.kind === 'code' && answer.kind === 'code'
        ? await dependencies.check(item, answer.text)
        : [];
    const at = session.entries.findIndex((entry) => machine.entryKey(entry) === key);
    given = machine.submit({ ...given, at }, item, { key, answer, confidence, checks, now });
  }
  return { ...given, at: session.at };
}

async function answerIn(
  session: QuizSession,
  entry: SessionEntry,
  item: QuizItem,
  begun: Answer | undefined,
  { file }: Pick<QuizDependencies, 'file'>,
): Promise<Answer | undefined> {
  const isWritten = begun !== undefined && (begun.kind !== 'code' || begun.text.trim() !== '');
  if (isWritten) {
    const answer = machine.fromShown(begun, orderOf(session, entry, item));
    return fits(item, answer) ? answer : undefined;
  }
  if (item.kind !== 'code') return undefined;
  const text = (await file(entry, item))?.text;
  const known = entry.given?.kind === 'code' ? entry.given.text : item.starter;
  if (text === undefined || text.trim() === known.trim()) return undefined;
  const answer: Answer = { kind: 'code', text };
  return fits(item, answer) ? answer : undefined;
}

function fits(item: QuizItem, answer: Answer): boolean {
  try {
    assertFits(item, answer);
    return true;
  } catch {
    return false; // A draft of another version of the item.
  }
}
