/** What features share; each says in its own parameter type which part it needs. */
import type * as vscode from 'vscode';
import type { Snippet } from '../../core/pack/pack.js';
import type { Bookmarks } from '../../core/progress/bookmarks.js';
import type { Journal } from '../../core/progress/journal.js';
import type { Progress } from '../../core/progress/progress.js';
import type { CatalogService } from '../../app/content/catalogService.js';
import type { Log } from './log.js';
import type { Notes } from '../node/notes/noteFiles.js';
import type { EditorLaunches } from './editorLaunches.js';
import type { InterpreterService, Runner } from '../../app/running/pythonServices.js';
import type { SnippetPythons } from '../../app/running/snippetPythons.js';
import type { ReviewBook } from '../../app/review/reviewBook.js';

/** A folder laid out for one run in the panel; disposing it removes what is temporary. */
export interface PreparedRun {
  readonly file: string;
  readonly cwd: string;
  /** True when the learner's own version runs. */
  readonly changed: boolean;
  dispose(): Promise<void>;
}

/** What a panel needs to know of scratch files. */
export interface ScratchRuns {
  /** Absolute path of the folder that holds the learner's version, whether it is there yet or not. */
  folderOf(questionId: string, snippet: Snippet): string;
  isChanged(questionId: string, snippet: Snippet): Promise<boolean>;
  /** Rejects with a sentence for the user when the files cannot be written. */
  prepareRun(questionId: string, snippet: Snippet, original: boolean): Promise<PreparedRun>;
  /** Fires when a scratch file was changed, saved or reset. */
  readonly onDidChange: vscode.Event<void>;
}

/** The order in which *Next* leads on: the learning path in use, or the pack's own. */
export interface ReadingOrder {
  /** Ids in order when the question is on the path in use. */
  get(questionId: string): readonly string[] | undefined;
  use(ids: readonly string[] | undefined): void;
}

/** What is due for review, within the learner's limits of a day. */
export interface DueReviews {
  /** Cards to be asked now; undefined until they were counted. */
  readonly count: number | undefined;
  /** Fires when they were counted again. */
  readonly onDidChange: vscode.Event<void>;
  /** Every card and its schedule; loaded when it is first asked for. */
  book(): Promise<ReviewBook>;
}

export interface Services {
  readonly extensionUri: vscode.Uri;
  /** The extension's own folder on this machine, kept across updates. */
  readonly storageUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
  readonly log: Log;
  readonly catalog: CatalogService;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly bookmarks: Bookmarks;
  readonly notes: Notes;
  readonly reviews: DueReviews;
  readonly interpreters: InterpreterService;
  readonly runner: Runner;
  readonly launches: EditorLaunches;
  readonly pythons: SnippetPythons;
  readonly scratch: ScratchRuns;
  readonly order: ReadingOrder;
}
