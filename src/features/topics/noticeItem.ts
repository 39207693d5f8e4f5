import * as vscode from 'vscode';
import type { CommandId } from '../../hosts/vscode/contributions.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import type { TopicNode } from '../../app/topics/topicNode.js';

/** The row above the list that says what is left out of it; a click shows all again. */
export function noticeItem(
  { id, about }: Extract<TopicNode, { kind: 'notice' }>,
  query: string,
): vscode.TreeItem {
  const { label, clear, icon, command } = wordsOf(about, query);
  const item = treeRow({
    id,
    label,
    description: clear,
    tooltip: [label, clear],
    icon: new vscode.ThemeIcon(icon),
    context: ';notice;',
    spoken: `${label}, ${clear}`,
  });
  item.command = { command, title: clear };
  return item;
}

function wordsOf(
  about: 'query' | 'done',
  query: string,
): {
  readonly label: string;
  readonly clear: string;
  readonly icon: string;
  readonly command: CommandId;
} {
  return about === 'query'
    ? {
        label: vscode.l10n.t('Found by “{0}”', query),
        clear: vscode.l10n.t('click to clear'),
        icon: 'filter-filled',
        command: 'interviewLab.clearFilter',
      }
    : {
        label: vscode.l10n.t('Already read: hidden'),
        clear: vscode.l10n.t('click to show'),
        icon: 'eye-closed',
        command: 'interviewLab.showDone',
      };
}
