import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable.js';
import type { ScratchFiles } from '../../platform/scratch/scratchFiles.js';

const scheme = 'interview-lab-original';

/** The author's text of a scratch file, as a read-only document under the same path. */
export class OriginalDocuments
  extends DisposableStore
  implements vscode.TextDocumentContentProvider
{
  private readonly changed = this.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly scratch: ScratchFiles) {
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
    const file = await this.scratch.find(uri.with({ scheme: 'file' }).fsPath);
    return file?.original ?? '';
  }

  async compare(uri: vscode.Uri): Promise<void> {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const title = vscode.l10n.t('{0}: Original ↔ Yours', name);
    await vscode.commands.executeCommand('vscode.diff', uri.with({ scheme }), uri, title);
  }
}
