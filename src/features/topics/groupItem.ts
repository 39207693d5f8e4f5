import * as vscode from 'vscode';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { plainText } from '../../core/plainText.js';
import type { Progress } from '../../core/progress/progress.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import type { TreeRow } from '../../hosts/vscode/ui/treeRow.js';
import { bookmarksId } from '../../app/topics/topicNode.js';
import type { GroupNode } from '../../app/topics/topicNode.js';

interface Look extends Pick<TreeRow, 'id' | 'label' | 'description' | 'tooltip' | 'spoken'> {
  readonly icon: string;
  readonly context: 'pack' | 'topic' | 'path' | 'bookmarks' | 'quizzes' | 'exercises';
}

/** A row that has others below it. While a filter is on, all are open. */
export function groupItem(
  { id, icon, context, ...said }: Look,
  isFiltered: boolean,
): vscode.TreeItem {
  const open = isFiltered || context === 'pack' || context === 'bookmarks';
  return treeRow({
    ...said,
    // VS Code remembers by its id what of it was open.
    id: isFiltered ? `${id}?filtered` : id,
    icon: new vscode.ThemeIcon(icon),
    context: `;${context};`,
    state: open
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed,
  });
}

/** A topic’s or path’s row: how many of its questions were read. */
export function topicItem(
  node: GroupNode,
  questions: readonly QuestionSummary[],
  progress: Pick<Progress, 'state'>,
  isFiltered: boolean,
): vscode.TreeItem {
  const { title, description } = node.kind === 'topic' ? node.topic : node.path;
  const done = questions.filter(({ id }) => progress.state(id) !== 'unread').length;
  return groupItem(
    {
      id: node.id,
      label: title,
      icon: node.kind === 'topic' ? 'book' : 'milestone',
      context: node.kind,
      tooltip: [description],
      description: `${String(done)}/${String(questions.length)}`,
      spoken: vscode.l10n.t(
        '{0}, {1} of {2} questions read',
        plainText(title),
        done,
        questions.length,
      ),
    },
    isFiltered,
  );
}

export function bookmarksItem(count: number, isFiltered: boolean): vscode.TreeItem {
  return groupItem(
    {
      id: bookmarksId,
      label: vscode.l10n.t('Bookmarks'),
      icon: 'bookmark',
      context: 'bookmarks',
      description: String(count),
      spoken: vscode.l10n.t('Bookmarks, {0}', count),
    },
    isFiltered,
  );
}
