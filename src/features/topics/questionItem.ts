import * as vscode from 'vscode';
import { levelWords } from '../../core/levelWords.js';
import { noteExcerpt } from '../../core/note.js';
import { plainText } from '../../core/plainText.js';
import type { ReadingState } from '../../core/progress/progress.js';
import type { Services } from '../../hosts/vscode/services.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import { bookmarksId } from '../../app/topics/topicNode.js';
import type { TopicNode } from '../../app/topics/topicNode.js';

type QuestionNode = Extract<TopicNode, { kind: 'question' }>;
type ItemServices = Pick<Services, 'progress' | 'bookmarks' | 'notes'>;

/** A question’s row: its icon says how far it was read, its words how hard it is and what the learner left on it. */
export function questionItem(
  { id, parent, question }: QuestionNode,
  uri: vscode.Uri | undefined,
  { progress, bookmarks, notes }: ItemServices,
): vscode.TreeItem {
  const state = progress.state(question.id);
  const bookmarked = bookmarks.has(question.id);
  const note = notes.body(question.id);
  const level = levelWords(question.level);
  const words = [
    plainText(question.title),
    wordOf(state),
    level,
    ...(bookmarked ? [vscode.l10n.t('bookmarked')] : []),
    ...(note === undefined ? [] : [vscode.l10n.t('with a note')]),
  ];
  const marks = [
    level,
    // Among the bookmarks it would say nothing.
    ...(bookmarked && parent !== bookmarksId ? [vscode.l10n.t('bookmark')] : []),
    ...(note === undefined ? [] : [vscode.l10n.t('note')]),
  ];
  const item = treeRow({
    id,
    label: question.short ?? question.title,
    description: marks.join(' · '),
    tooltip: [
      question.title,
      `${level} · ${wordOf(state)} · ${question.tags.join(', ')}`,
      ...(note === undefined ? [] : [vscode.l10n.t('Note: {0}', noteExcerpt(note))]),
    ],
    icon: iconOf(state),
    context: `;question;${state};`,
    spoken: words.join(', '),
  });
  // VS Code's own command: a click previews, a double click keeps, Ctrl opens to the side.
  if (uri)
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open Question'),
      arguments: [uri],
    };
  return item;
}

function iconOf(state: ReadingState): vscode.ThemeIcon {
  switch (state) {
    case 'unread':
      return new vscode.ThemeIcon('circle-large-outline');
    case 'read':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('charts.blue'));
    case 'mastered':
      return new vscode.ThemeIcon('verified-filled', new vscode.ThemeColor('charts.green'));
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
