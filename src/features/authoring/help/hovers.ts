import * as vscode from 'vscode';
import { shownAt } from '../../../app/authoring/help/hover.js';
import { fileSpots } from '../../../core/pack/spots/fileSpots.js';
import { spotAt } from '../../../core/pack/spots/spot.js';
import { authoredFile } from '../../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../../hosts/vscode/packCatalog.js';
import { hoverOf } from '../../../hosts/vscode/ui/hover.js';

export async function hoverAt(
  catalog: Pick<PackCatalog, 'folderOf'>,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<ReturnType<typeof hoverOf> | undefined> {
  const at = authoredFile(catalog, document);
  const spot = at && spotAt(fileSpots(at.file, at.text), line, character);
  if (!at || !spot) return undefined;
  const range = new vscode.Range(line, spot.columns[0], line, spot.columns[1]);
  const shown = await shownAt(at.pack, spot, document.getText(range));
  if (!shown) return undefined;
  const { picture, ...others } = shown;
  const uri =
    picture === undefined
      ? {}
      : { picture: vscode.Uri.joinPath(vscode.Uri.file(at.root), picture) };
  return hoverOf({ ...others, ...uri }, range);
}
