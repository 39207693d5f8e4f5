import * as vscode from 'vscode';
import { counted } from '../../core/figures.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';

/** The first row, which leads to the page of the day. */
export function todayItem(id: string, due: number): vscode.TreeItem {
  const description =
    due === 0
      ? vscode.l10n.t('what to do now')
      : counted(due, vscode.l10n.t('{0} card due', due), vscode.l10n.t('{0} cards due', due));
  const label = vscode.l10n.t('Today');
  const item = treeRow({
    id,
    label,
    description,
    icon: new vscode.ThemeIcon('calendar'),
    context: ';today;',
    spoken: `${label}, ${description}`,
  });
  item.command = { command: 'interviewLab.showToday', title: label };
  return item;
}
