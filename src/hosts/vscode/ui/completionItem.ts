/** The one door to what is proposed while one types: whatever it says of itself is plain text. */
import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';

export interface ProposedItem {
  readonly label: string;
  readonly kind: vscode.CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** What is written; a template has placeholders. */
  readonly insert: string;
  readonly isTemplate: boolean;
}

export function completionItemOf(
  { label, kind, detail, documentation, insert, isTemplate }: ProposedItem,
  range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(plainText(label), kind);
  item.range = range;
  // Of a template the label is typed, of a link its target.
  item.filterText = isTemplate ? label : insert;
  item.insertText = isTemplate ? new vscode.SnippetString(insert) : insert;
  if (detail !== undefined) item.detail = plainText(detail);
  if (documentation !== undefined) item.documentation = plainText(documentation);
  return item;
}
