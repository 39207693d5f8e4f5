import type { Event } from './event.js';

/** What features need to know of notes. */
export interface Notes {
  /** What the learner wrote on the question; undefined when that is nothing. */
  body(questionId: string): string | undefined;
  /** Ids of the questions whose notes match, best first. */
  search(query: string): Promise<readonly string[]>;
  /** The note's file, made with the title as its heading when there is none; rejects with a sentence for the user. */
  file(questionId: string, title: string): Promise<string>;
  /** Fires with the ids of the questions whose notes changed. */
  readonly onDidChange: Event<readonly string[]>;
}

/** Where they are stored. */
export interface StoredNotes extends Notes {
  /** Absolute path of their folder. */
  readonly root: string;
  /** Reads every note, and forgets those that have gone. A folder that is not there yet has none. */
  load(): Promise<void>;
  /** Reads these notes again. */
  refresh(questionIds: readonly string[]): Promise<void>;
  /** The question whose note this is; undefined for files elsewhere. */
  questionOf(file: string): string | undefined;
}
