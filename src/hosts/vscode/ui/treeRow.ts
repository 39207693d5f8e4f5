/** The one door to rows of trees: whatever they say is plain text. */
import * as vscode from 'vscode';
import { longestMessage, plainLines, plainText } from '../../../core/plainText.js';

export interface TreeRow {
  /** Stays the same, so that VS Code remembers what was open. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Each is a line of its own. */
  readonly tooltip?: readonly string[];
  readonly icon: vscode.ThemeIcon;
  /** What menus ask for. */
  readonly context: string;
  /** What a screen reader says, unless that is the label. */
  readonly spoken?: string;
  readonly state?: vscode.TreeItemCollapsibleState;
}

export function treeRow(row: TreeRow): vscode.TreeItem {
  const item = new vscode.TreeItem(
    plainText(row.label),
    row.state ?? vscode.TreeItemCollapsibleState.None,
  );
  item.id = row.id;
  item.iconPath = row.icon;
  item.contextValue = row.context;
  if (row.description !== undefined) item.description = plainText(row.description);
  if (row.tooltip !== undefined) item.tooltip = plainLines(row.tooltip);
  if (row.spoken !== undefined)
    item.accessibilityInformation = { label: plainText(row.spoken, longestMessage) };
  return item;
}
