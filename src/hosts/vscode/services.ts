/** What features share; each says in its own parameter type which part it needs. */
import type * as vscode from 'vscode';
import type { Bookmarks } from '../../core/progress/bookmarks.js';
import type { HistoryJournal } from '../../core/progress/journal.js';
import type { Progress } from '../../core/progress/progress.js';
import type { ReadingOrder } from '../../app/readingOrder.js';
import type { DueReviews } from '../../app/review/dueReviews.js';
import type { Scratch } from '../../app/scratch/scratch.js';
import type { CatalogService } from '../../app/content/catalogService.js';
import type { Files } from '../../app/files.js';
import type { Machine } from '../../app/ports.js';
import type { Log } from '../../app/log.js';
import type { Notes } from '../../app/notes.js';
import type { EditorLaunches } from './editorLaunches.js';
import type { InterpreterService, Runner } from '../../app/running/pythonServices.js';
import type { SnippetPythons } from '../../app/running/snippetPythons.js';
import type { RecentQuestions } from './recentQuestions.js';

export interface Services {
  readonly extensionUri: vscode.Uri;
  /** The extension's own folder on this machine, kept across updates. */
  readonly storageUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
  readonly machine: Machine;
  readonly files: Files;
  readonly log: Log;
  readonly catalog: CatalogService;
  readonly journal: HistoryJournal;
  readonly progress: Progress;
  readonly bookmarks: Bookmarks;
  readonly notes: Notes;
  readonly reviews: DueReviews;
  readonly interpreters: InterpreterService;
  readonly runner: Runner;
  readonly launches: EditorLaunches;
  readonly pythons: SnippetPythons;
  readonly scratch: Scratch;
  readonly order: ReadingOrder;
  readonly recent: RecentQuestions;
}
