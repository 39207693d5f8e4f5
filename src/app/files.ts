/** Where the learner's files are, and what lies about from earlier. Folders are absolute paths. */
import type { HistoryJournal } from '../core/progress/journal.js';
import type { LearnerFiles } from './learnerFiles.js';
import type { Texts } from './ports.js';

/** A folder for one run; disposing it removes it. */
export interface RunFolder {
  readonly folder: string;
  dispose(): Promise<void>;
}

/** The journal, for what is to come into it. */
export type TakesOver = Pick<HistoryJournal, 'history' | 'merge'>;

/** What earlier versions kept in files of their own comes into the journal. */
export interface EarlierSessions {
  /** @param folder that of all quizzes; rejects with a sentence for the user when the journal cannot be written */
  takeOverQuizzes(folder: string, journal: TakesOver): Promise<void>;
  /**
   * @param folder that of all interviews; rejects as for quizzes
   * @param setAside hears of a file that cannot be read, by its new path: it stays there
   */
  takeOverInterviews(
    folder: string,
    journal: TakesOver,
    setAside: (path: string) => void,
  ): Promise<void>;
}

export interface Files {
  texts(folder: string): Texts;
  /** A fresh folder that holds these texts by their paths. */
  runFolder(texts: ReadonlyMap<string, string>): Promise<RunFolder>;
  learnerFiles(): Promise<LearnerFiles>;
  earlierSessions(): Promise<EarlierSessions>;
}
