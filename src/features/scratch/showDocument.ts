import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Machine } from '../../app/ports.js';
import { activeQuestion } from '../../hosts/vscode/questionEditors.js';

const placeSchema = v.object({
  original: v.boolean(),
  file: v.pipe(v.string(), v.minLength(1)),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Beside the question, when that is what is being read. */
export async function showDocument(uri: vscode.Uri, line?: number): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const column =
    activeQuestion() !== undefined ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? column,
    preview: false,
  });
  if (line === undefined) return;
  const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount) - 1);
  const start = range.start.translate(0, /^\s*/.exec(editor.document.getText(range))?.[0].length);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * A line of a file in a snippet's folder, or of the author's text of it; who asks is not trusted to name a file
 * elsewhere.
 *
 * @param main the file of the snippet that is run.
 */
export async function showPlace(
  { paths }: Machine,
  main: string,
  place: unknown,
  originalOf: (file: vscode.Uri) => Promise<vscode.Uri | undefined>,
): Promise<void> {
  const { file, line, original } = v.parse(placeSchema, place);
  const folder = paths.dirname(main);
  const path = paths.resolve(folder, file);
  const inside = path.startsWith(folder + paths.sep);
  const uri = vscode.Uri.file(path);
  const found = !inside ? undefined : original ? await originalOf(uri) : await existing(uri);
  if (!found) {
    throw new Error(
      vscode.l10n.t(
        'There is no file “{0}” in the snippet’s folder. The program may have made it while it ran.',
        inside ? paths.relative(folder, path) : file,
      ),
    );
  }
  await showDocument(found, line);
}

async function existing(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) === 0 ? undefined : uri;
  } catch {
    return undefined;
  }
}
