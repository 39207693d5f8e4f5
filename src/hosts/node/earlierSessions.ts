/** Sessions that earlier versions kept in files of their own come into the journal; a file goes once the journal has it. */
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attemptEntries, quizEntries } from '../../app/sessions/earlierQuizzes.js';
import type { HistoryJournal, JournalEntry } from '../../core/progress/journal.js';

type TakesOver = Pick<HistoryJournal, 'history' | 'merge'>;

/** @param folder that of all quizzes; rejects with a sentence for the user when the journal cannot be written */
export async function takeOverQuizzes(folder: string, journal: TakesOver): Promise<void> {
  for (const name of await namesIn(folder)) {
    const ofQuiz = join(folder, name);
    for (const attempt of await namesIn(ofQuiz)) {
      const path = join(ofQuiz, attempt, 'session.jsonl');
      if (await takeOver(path, journal, quizEntries)) await removeEmpty(dirname(path));
    }
    await removeEmpty(ofQuiz);
  }
  const { entries } = await journal.history();
  await takeOver(join(folder, 'history.jsonl'), journal, (text) => attemptEntries(text, entries));
}

/** @returns whether the file went */
async function takeOver(
  path: string,
  journal: TakesOver,
  entriesOf: (text: string) => readonly JournalEntry[] | undefined,
): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const entries = text === undefined ? undefined : entriesOf(text);
  if (!entries) return false;
  await journal.merge({ entries });
  // A window of an earlier version may go on with it.
  if ((await readFile(path, 'utf8').catch(() => undefined)) !== text) return false;
  await rm(path, { force: true });
  return true;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): string[] => []);
}

async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined); // Code that the learner wrote, and drafts, stay where they are.
}
