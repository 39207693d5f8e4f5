/** Bookmarks and notes of questions: their commands, and what the page shows of them. */
import * as vscode from 'vscode';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import { registerCommand, runCommand } from '../../hosts/vscode/commands.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Disposable } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';
import type { QuestionHost, QuestionMarks } from '../../protocol/question.js';
import type { Handlers } from '../../protocol/rpc.js';

export type MarkServices = Pick<Services, 'bookmarks' | 'notes' | 'catalog' | 'log' | 'progress'>;

/** `choose` finds the question that a command is meant for. */
export function registerMarks(
  { bookmarks, notes, catalog, log }: MarkServices,
  choose: (target: unknown) => Promise<string | undefined>,
): Disposable {
  const store = new DisposableStore();
  const meant = async (target: unknown): Promise<QuestionSummary | undefined> => {
    const id = await choose(target);
    if (id === undefined) return undefined;
    const question = (await catalog.get()).question(id);
    if (question) return question;
    throw new Error(
      vscode.l10n.t('There is no question “{0}” in the loaded packs.', plainText(id)),
    );
  };
  store.add(
    registerCommand(log, 'interviewLab.toggleBookmark', async (target?: unknown) => {
      const question = await meant(target);
      if (question) await bookmarks.toggle(question.id);
    }),
  );
  store.add(
    registerCommand(log, 'interviewLab.openNote', async (target?: unknown) => {
      const question = await meant(target);
      if (!question) return;
      const file = await notes.file(question.id, question.title);
      await showNote(vscode.Uri.file(file));
    }),
  );
  return store;
}

export async function marksOf(
  { bookmarks, notes }: Pick<MarkServices, 'bookmarks' | 'notes'>,
  questionId: string,
): Promise<QuestionMarks> {
  const body = notes.body(questionId);
  return {
    bookmarked: bookmarks.has(questionId),
    note: body === undefined ? '' : (await import('../../core/markdown.js')).renderMarkdown(body),
  };
}

/** Tells the marks of the question that a page shows whenever they change. */
export function followMarks(
  services: MarkServices,
  question: () => string,
  tell: (marks: QuestionMarks) => void,
): Disposable {
  const store = new DisposableStore();
  const update = async (ids: readonly string[]): Promise<void> => {
    const id = question();
    if (!ids.includes(id)) return;
    const marks = await marksOf(services, id);
    if (id === question() && !store.isDisposed) tell(marks);
  };
  store.add(services.notes.onDidChange((ids) => void update(ids)));
  store.add(services.progress.onDidChange((ids) => void update(ids)));
  return store;
}

/** What the page asks for is done by the commands. */
export function markHandlers(
  question: () => string,
): Pick<Handlers<QuestionHost>, 'toggleBookmark' | 'openNote'> {
  return {
    toggleBookmark: () => runCommand('interviewLab.toggleBookmark', question()),
    openNote: () => runCommand('interviewLab.openNote', question()),
  };
}

/** Beside what it is about, so that both can be read; where it is open already, it stays. */
async function showNote(uri: vscode.Uri): Promise<void> {
  const isNote = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isNote));
  const document = await vscode.workspace.openTextDocument(uri);
  if (group) {
    await vscode.window.showTextDocument(document, { viewColumn: group.viewColumn });
    return;
  }
  const end = document.lineAt(document.lineCount - 1).range.end;
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
    selection: new vscode.Range(end, end),
  });
}
