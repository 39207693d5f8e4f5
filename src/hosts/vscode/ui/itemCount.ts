import * as vscode from 'vscode';
import { counted } from '../../../core/figures.js';

/** 1 item, 8 items */
export function itemCount(count: number): string {
  return counted(count, vscode.l10n.t('{0} item', count), vscode.l10n.t('{0} items', count));
}
