/** Problems of files that are being typed. */
import type * as vscode from 'vscode';
import { faultsIn } from '../../app/authoring/help/liveCheck.js';
import { shapeOfFile } from '../../core/pack/spots/fileSpots.js';
import { authoredFile } from '../../hosts/vscode/authoredFiles.js';
import type { PackCatalog } from '../../hosts/vscode/packCatalog.js';
import { problemOf } from '../../hosts/vscode/problems.js';

/** Shows what is wrong with a document as it now is, in the place of what was told of it before. */
export async function showTyped(
  catalog: Pick<PackCatalog, 'folderOf'>,
  problems: vscode.DiagnosticCollection,
  document: vscode.TextDocument,
): Promise<void> {
  const { version } = document;
  const at = authoredFile(catalog, document);
  if (!at || !shapeOfFile(at.file)) return;
  const faults = await faultsIn(at.pack, at.file);
  if (document.version === version && !document.isClosed)
    problems.set(document.uri, faults.map(problemOf));
}
