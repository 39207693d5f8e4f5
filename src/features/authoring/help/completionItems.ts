import * as vscode from 'vscode';
import { proposalsAt } from '../../../app/authoring/help/completion.js';
import type { Proposal } from '../../../app/authoring/help/completion.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';
import { completionItemOf } from '../../../hosts/vscode/ui/completionItem.js';

const kinds: Readonly<Record<Proposal['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  question: vscode.CompletionItemKind.Reference,
  topic: vscode.CompletionItemKind.Module,
  tag: vscode.CompletionItemKind.Keyword,
  section: vscode.CompletionItemKind.Reference,
  snippet: vscode.CompletionItemKind.Function,
  picture: vscode.CompletionItemKind.File,
  template: vscode.CompletionItemKind.Snippet,
};

export async function completionItems(
  catalog: Pick<PackCatalog, 'folderOf'>,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<ReturnType<typeof completionItemOf>[] | undefined> {
  const at = authoredFile(catalog, document);
  const found = at && (await proposalsAt(at.pack, at.file, at.text, line, character));
  if (!found) return undefined;
  const [from, to] = found.columns;
  const range = {
    inserting: new vscode.Range(line, from, line, character),
    replacing: new vscode.Range(line, from, line, Math.max(to, character)),
  };
  return found.proposals.map((proposal, place) => {
    const kind = kinds[proposal.kind];
    const isTemplate = proposal.kind === 'template';
    const item = completionItemOf({ ...proposal, kind, isTemplate }, range);
    item.sortText = String(place).padStart(6, '0');
    if (proposal.kind === 'key' && /[ =]$/.test(proposal.insert))
      item.command = { command: 'editor.action.triggerSuggest', title: '' };
    return item;
  });
}
