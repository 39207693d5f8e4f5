import * as vscode from 'vscode';
import { noteExcerpt } from '../../core/note.js';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import type { ReadingState } from '../../core/progress/progress.js';
import type { Services } from '../../hosts/vscode/services.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import { decorationUri } from './progressDecorations.js';
import { bookmarksId } from '../../app/topics/topicNode.js';
import type { TopicNode } from '../../app/topics/topicNode.js';

type QuestionNode = Extract<TopicNode, { kind: 'question' }>;
type ItemServices = Pick<Services, 'progress' | 'bookmarks' | 'notes'>;

/** A question’s row: its icon and words say how far it was read, whether it is bookmarked, and whether there is a note. */
export function questionItem(
  { id, parent, question }: QuestionNode,
  uri: vscode.Uri | undefined,
  { progress, bookmarks, notes }: ItemServices,
): vscode.TreeItem {
  const state = progress.state(question.id);
  const bookmarked = bookmarks.has(question.id);
  const note = notes.body(question.id);
  const words = [
    plainText(question.title),
    wordOf(state),
    question.level,
    ...(bookmarked ? [vscode.l10n.t('bookmarked')] : []),
    ...(note === undefined ? [] : [vscode.l10n.t('with a note')]),
  ];
  const item = treeRow({
    id,
    label: question.title,
    description: [question.level, ...(note === undefined ? [] : [vscode.l10n.t('note')])].join(
      ' · ',
    ),
    tooltip: tooltipOf(question, bookmarked, note),
    // Among the bookmarks the mark would say nothing; the color tells how far it was read in any case.
    icon: iconOf(state, bookmarked && parent !== bookmarksId),
    context: `;question;${state};`,
    spoken: words.join(', '),
  });
  item.resourceUri = decorationUri(question.id);
  // VS Code's own command: a click previews, a double click keeps, Ctrl opens to the side.
  if (uri)
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open Question'),
      arguments: [uri],
    };
  return item;
}

function tooltipOf(
  question: QuestionSummary,
  bookmarked: boolean,
  note: string | undefined,
): readonly string[] {
  const lines = [question.title, `${question.level} · ${question.tags.join(', ')}`];
  if (bookmarked) lines.push(vscode.l10n.t('Bookmarked'));
  if (note !== undefined) lines.push(vscode.l10n.t('Note: {0}', noteExcerpt(note)));
  return lines;
}

function iconOf(state: ReadingState, bookmarked: boolean): vscode.ThemeIcon {
  switch (state) {
    case 'unread':
      return new vscode.ThemeIcon(bookmarked ? 'bookmark' : 'circle-large-outline');
    case 'read':
      return new vscode.ThemeIcon(
        bookmarked ? 'bookmark' : 'pass',
        new vscode.ThemeColor('charts.blue'),
      );
    case 'mastered':
      return new vscode.ThemeIcon(
        bookmarked ? 'bookmark' : 'verified-filled',
        new vscode.ThemeColor('charts.green'),
      );
  }
}

function wordOf(state: ReadingState): string {
  switch (state) {
    case 'unread':
      return vscode.l10n.t('not read yet');
    case 'read':
      return vscode.l10n.t('read');
    case 'mastered':
      return vscode.l10n.t('mastered');
  }
}
