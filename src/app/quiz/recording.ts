/** What of a quiz goes into the learner's progress and into the history of attempts. */
import { entryKey } from '../../core/quiz/session.js';
import type { QuizSession, SessionEntry } from '../../core/quiz/session.js';
import type { KeptSession } from '../../features/quiz/sessionFile.js';
import { countedEntries, totalScore } from './resultModel.js';
import type { QuizDependencies } from './quizDependencies.js';

type Records = Pick<QuizDependencies, 'now' | 'record' | 'addAttempt' | 'noteSureness'>;

export async function recordEnd(session: QuizSession, dependencies: Records): Promise<void> {
  if (session.mode === 'exam')
    for (const entry of session.entries) await recordAnswer(entry, dependencies);
  const score = totalScore(session);
  const count = countedEntries(session).length;
  // Nothing to score: every item has vanished, or none could be checked.
  if (count === 0) return;
  const share = Math.min(1, score / count);
  const finishedAt = session.finishedAt ?? dependencies.now();
  await dependencies.record({ kind: 'quizFinished', quiz: session.id, score: share, items: count });
  await dependencies.addAttempt({ finishedAt, score, count });
}

/** What could not be checked is no answer, and neither is a skip; the item comes again among the missed. */
async function recordAnswer(entry: SessionEntry | undefined, dependencies: Records): Promise<void> {
  if (!entry?.grade || entry.grade.unchecked !== undefined) return;
  const { quiz, item, question, grade, confidence, given } = entry;
  const { score } = grade;
  // Who skips an item has not missed it.
  if (given?.kind !== 'skipped')
    await dependencies.record({ kind: 'answered', quiz, item, question, score, confidence });
  await dependencies.noteSureness(entryKey(entry), grade.score < 1, confidence);
}

/** Every answer that is told and not recorded yet; in an exam nothing is told before the end. */
export async function recordAnswers(
  kept: KeptSession,
  dependencies: Records,
  only?: string,
): Promise<void> {
  if (kept.session.mode === 'exam') return;
  for (const entry of kept.session.entries) {
    // Another window records what was answered there.
    if (only !== undefined && entryKey(entry) !== only) continue;
    if (!entry.grade || entry.recorded || entry.grade.unchecked !== undefined) continue;
    await recordAnswer(entry, dependencies);
    const { session } = kept;
    const entries = session.entries.map((each) =>
      each === entry ? { ...entry, recorded: true } : each,
    );
    await kept.write({ ...session, entries });
  }
}
