import * as vscode from 'vscode';
import { countedAs } from '../../../core/figures.js';

/** 1 item, 8 items */
export function itemCount(count: number): string {
  return countedAs(
    count,
    vscode.l10n.t('{0} item', count),
    vscode.l10n.t('{0} items', count),
    vscode.env.language,
  );
}
