import * as vscode from 'vscode';
import type { QuestionSummary } from '../../core/pack/pack.js';
import type { Progress } from '../../core/progress/progress.js';
import { bookmarksId } from './topicNode.js';
import type { TopicNode } from './topicNode.js';

interface Look {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  /** What menus ask for. */
  readonly context: 'pack' | 'topic' | 'path' | 'bookmarks' | 'quizzes';
}

/** A row that has others below it. While a filter is on, all are open. */
export function groupItem(
  { id, title, icon, context }: Look,
  isFiltered: boolean,
): vscode.TreeItem {
  const open = isFiltered || context === 'pack' || context === 'bookmarks';
  const state = open
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(title, state);
  // VS Code remembers by its id what of it was open.
  item.id = isFiltered ? `${id}?filtered` : id;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = `;${context};`;
  return item;
}

/** A topic’s or path’s row: how many of its questions were read. */
export function topicItem(
  node: Extract<TopicNode, { kind: 'topic' | 'path' }>,
  questions: readonly QuestionSummary[],
  progress: Pick<Progress, 'state'>,
  isFiltered: boolean,
): vscode.TreeItem {
  const { title, description } = node.kind === 'topic' ? node.topic : node.path;
  const icon = node.kind === 'topic' ? 'book' : 'milestone';
  const item = groupItem({ id: node.id, title, icon, context: node.kind }, isFiltered);
  const done = questions.filter(({ id }) => progress.state(id) !== 'unread').length;
  item.tooltip = description;
  item.description = `${String(done)}/${String(questions.length)}`;
  const label = vscode.l10n.t('{0}, {1} of {2} questions read', title, done, questions.length);
  item.accessibilityInformation = { label };
  return item;
}

export function bookmarksItem(count: number, isFiltered: boolean): vscode.TreeItem {
  const title = vscode.l10n.t('Bookmarks');
  const look = { id: bookmarksId, title, icon: 'bookmark', context: 'bookmarks' } as const;
  const item = groupItem(look, isFiltered);
  item.description = String(count);
  item.accessibilityInformation = { label: vscode.l10n.t('Bookmarks, {0}', count) };
  return item;
}
