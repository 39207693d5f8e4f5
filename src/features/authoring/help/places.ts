import * as vscode from 'vscode';
import { definitionOf, namedAt } from '../../../app/authoring/help/definition.js';
import type { FilePlace } from '../../../app/authoring/help/definition.js';
import { fileSpots } from '../../../core/pack/spots/fileSpots.js';
import type { NamedKind } from '../../../core/pack/spots/spot.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';

type Packs = Pick<PackCatalog, 'folderOf'>;

export async function definitionAt(
  packs: Packs,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<vscode.Location | undefined> {
  const at = authoredFile(packs, document);
  const found = at && namedAt(at.file, at.text, line, character);
  const place = found && (await definitionOf(at.pack, found.named));
  return place && locationOf(at.root, place);
}

export async function referencesAt(
  packs: Packs,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
  withDefinition: boolean,
): Promise<vscode.Location[] | undefined> {
  const at = authoredFile(packs, document);
  const found = at && namedAt(at.file, at.text, line, character);
  if (!found) return undefined;
  const mentions = await at.pack.mentions(found.named);
  return mentions
    .filter(({ spot }) => withDefinition || spot.role !== 'defines')
    .map(({ file, spot }) => locationOf(at.root, { file, ...spot }));
}

const symbols: Partial<Record<NamedKind, vscode.SymbolKind>> = {
  snippet: vscode.SymbolKind.Function,
  item: vscode.SymbolKind.Field,
  topic: vscode.SymbolKind.Module,
  path: vscode.SymbolKind.Array,
};

/** The headings are those that VS Code itself finds in Markdown. */
export function symbolsOf(
  packs: Packs,
  document: vscode.TextDocument,
): vscode.DocumentSymbol[] | undefined {
  const at = authoredFile(packs, document);
  if (!at) return undefined;
  return fileSpots(at.file, at.text).flatMap((spot) => {
    const kind = spot.role === 'defines' ? symbols[spot.named.kind] : undefined;
    if (kind === undefined || spot.role !== 'defines') return [];
    const range = rangeOf(spot);
    return [new vscode.DocumentSymbol(spot.named.id, '', kind, range, range)];
  });
}

function locationOf(root: string, place: FilePlace): vscode.Location {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(root), place.file);
  return new vscode.Location(uri, rangeOf(place));
}

function rangeOf({ line, columns: [from, to] = [0, 0] }: Omit<FilePlace, 'file'>): vscode.Range {
  return new vscode.Range(line, from, line, to);
}
