import * as vscode from 'vscode';
import { proposalsAt } from '../../../app/authoring/help/completion.js';
import type { Proposal } from '../../../app/authoring/help/completion.js';
import { plainText } from '../../../core/plainText.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';

const { CompletionItemKind } = vscode;

const kinds: Readonly<Record<Proposal['kind'], vscode.CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  question: CompletionItemKind.Reference,
  topic: CompletionItemKind.Module,
  tag: CompletionItemKind.Keyword,
  section: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Function,
  picture: CompletionItemKind.File,
  template: CompletionItemKind.Snippet,
};

export async function completionItems(
  catalog: Pick<PackCatalog, 'folderOf'>,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<vscode.CompletionItem[] | undefined> {
  const at = authoredFile(catalog, document);
  const found = at && (await proposalsAt(at.pack, at.file, at.text, line, character));
  if (!found) return undefined;
  const [from, to] = found.columns;
  const range = {
    inserting: new vscode.Range(line, from, line, character),
    replacing: new vscode.Range(line, from, line, Math.max(to, character)),
  };
  return found.proposals.map((proposal, place) => {
    const { kind, label, detail, documentation, insert } = proposal;
    const item = new vscode.CompletionItem(label, kinds[kind]);
    item.range = range;
    // Of a template the label is typed, of a link its target.
    item.filterText = kind === 'template' ? label : insert;
    item.sortText = String(place).padStart(6, '0');
    item.insertText = kind === 'template' ? new vscode.SnippetString(insert) : insert;
    if (detail !== undefined) item.detail = plainText(detail);
    if (documentation !== undefined) item.documentation = documentation;
    if (kind === 'key' && /[ =]$/.test(insert))
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}
