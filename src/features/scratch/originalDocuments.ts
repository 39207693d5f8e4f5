import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { DisposableStore } from '../../app/disposable.js';
import type { Scratch } from '../../app/scratch/scratch.js';

const scheme = 'interview-lab-original';
const mark = ' (Original)';

/** The author's text of a scratch file, as a read-only document. */
export class OriginalDocuments
  extends DisposableStore
  implements vscode.TextDocumentContentProvider
{
  private readonly changed = this.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly scratch: Scratch) {
    super();
    this.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.add(
      scratch.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments)
          if (uri.scheme === scheme) this.changed.fire(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return (await this.scratch.find(scratchFileOf(uri)))?.original ?? '';
  }

  /** Undefined when the author has no such file. */
  async of(file: vscode.Uri): Promise<vscode.Uri | undefined> {
    const found = await this.scratch.find(file.fsPath);
    return found?.original === undefined ? undefined : originalOf(file);
  }

  async compare(uri: vscode.Uri): Promise<void> {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const title = vscode.l10n.t('{0}: Original ↔ Yours', plainText(name));
    await vscode.commands.executeCommand('vscode.diff', originalOf(uri), uri, title);
  }
}

/** `fails.py` is called `fails (Original).py`, so that their tabs can be told apart. */
function originalOf(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme, path: file.path.replace(/(?:\.\w+)?$/, (end) => mark + end) });
}

function scratchFileOf(original: vscode.Uri): string {
  const at = original.path.lastIndexOf(mark);
  const path = original.path.slice(0, at) + original.path.slice(at + mark.length);
  return original.with({ scheme: 'file', path }).fsPath;
}
