/** Sessions that earlier versions kept in files of their own come into the journal; a file goes once the journal has it. */
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRegular } from './files/regularFile.js';
import { interviewEntries } from '../../app/sessions/earlierInterviews.js';
import { attemptEntries, quizEntries } from '../../app/sessions/earlierQuizzes.js';
import type { TakesOver } from '../../app/files.js';
import type { JournalEntry } from '../../core/progress/journal.js';

/** What is in a file: what the journal needs of it, or why it stays. */
type Found = readonly JournalEntry[] | 'later' | 'damaged';

/** An interview's id and its end; what an import put beside one is named otherwise. */
const interviewFile = /^[\w-]{1,100}\.json$/;

/** @param folder that of all quizzes; rejects with a sentence for the user when the journal cannot be written */
export async function takeOverQuizzes(folder: string, journal: TakesOver): Promise<void> {
  for (const name of await namesIn(folder)) {
    const ofQuiz = join(folder, name);
    for (const attempt of await namesIn(ofQuiz)) {
      const path = join(ofQuiz, attempt, 'session.jsonl');
      await takeOver(path, journal, quizEntries);
      await removeEmpty(dirname(path));
    }
    await removeEmpty(ofQuiz);
  }
  await takeOver(join(folder, 'history.jsonl'), journal, attemptEntries);
}

/**
 * @param folder that of all interviews; rejects as for quizzes
 * @param setAside hears of a file that cannot be read, by its new path: it stays there
 */
export async function takeOverInterviews(
  folder: string,
  journal: TakesOver,
  setAside: (path: string) => void,
): Promise<void> {
  const names = await namesIn(folder);
  for (const name of names.filter((each) => interviewFile.test(each))) {
    const path = join(folder, name);
    if ((await takeOver(path, journal, interviewEntries)) !== 'damaged') continue;
    await rename(path, `${path}.damaged`).then(
      () => {
        setAside(`${path}.damaged`);
      },
      () => undefined, // Another window was first, and tells it.
    );
  }
}

async function takeOver(
  path: string,
  journal: TakesOver,
  read: (text: string, history: readonly JournalEntry[]) => Found,
): Promise<Found | undefined> {
  const textNow = async (): Promise<string | undefined> =>
    (await readRegular(path).catch(() => undefined))?.toString('utf8');
  const text = await textNow();
  if (text === undefined) return undefined;
  const found = read(text, (await journal.history()).entries);
  if (typeof found === 'string') return found;
  await journal.merge({ entries: found });
  // Else a window of an earlier version has gone on with it.
  if ((await textNow()) === text) await rm(path, { force: true });
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): string[] => []);
}

async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined); // Code that the learner wrote, and drafts, stay where they are.
}
