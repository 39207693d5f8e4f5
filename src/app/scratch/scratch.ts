/** The learner's own copies of snippets: one folder each, laid out once, and the learner's from the first change on. */
import type { Snippet, SnippetFile } from '../../core/pack/pack.js';
import type { Event } from '../event.js';

/** Under the extension's storage. */
export const scratchFolder = 'scratch';

/** A folder laid out for one run in the panel; disposing it removes what is temporary. */
export interface PreparedRun {
  readonly file: string;
  readonly cwd: string;
  /** True when the learner's own version runs. */
  readonly changed: boolean;
  /** The learner's text of the files that run and differ from the author's, the one that is run first. */
  readonly texts: readonly SnippetFile[];
  dispose(): Promise<void>;
}

/** What a file in a scratch folder is. */
export interface ScratchFile {
  readonly questionId: string;
  readonly snippetName: string;
  /** The author's text of this very file; undefined when the learner made the file. */
  readonly original: string | undefined;
  /** Absolute path of the file that is run. */
  readonly main: string;
}

/** Paths are absolute. */
export interface Scratch {
  /** Absolute path of the folder that holds the learner's version, whether it is there yet or not. */
  folderOf(questionId: string, snippet: Snippet): string;
  isChanged(questionId: string, snippet: Snippet): Promise<boolean>;
  /** Rejects with a sentence for the user when the files cannot be written. */
  prepareRun(questionId: string, snippet: Snippet, original: boolean): Promise<PreparedRun>;
  /** Fires when a scratch file was changed, saved or reset. */
  readonly onDidChange: Event<void>;
  /** Of the folder that holds all scratch folders. */
  readonly root: string;
  /** Says that a scratch file was saved by somebody else than this object: the editor. */
  notifyChanged(): void;
  /**
   * Lays the snippet's files out where they are missing, renews those that the learner never changed, and answers
   * with the path of the one to run. What the learner changed is left as it is.
   */
  open(questionId: string, snippet: Snippet): Promise<string>;
  /** Puts one file back to the author's text, after putting the learner's aside in `.history`. */
  reset(file: string): Promise<void>;
  /** Puts the saved text of a file aside, so that no reset ever loses it. */
  keepCopy(file: string): Promise<void>;
  /** What a file is to which snippet; undefined for files elsewhere. */
  find(file: string): Promise<ScratchFile | undefined>;
  /** Every file that was laid out, to tell menus where they belong. */
  all(): Promise<readonly string[]>;
}
