import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';

const scheme = 'interview-lab-output';

/** What programs printed, as read-only documents for as long as they are open. */
export class OutputDocuments extends DisposableStore {
  private readonly texts = new Map<string, string>();
  private count = 0;

  constructor() {
    super();
    this.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
      }),
    );
    this.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.texts.delete(uri.toString());
      }),
    );
  }

  /** @param name what its tab is called */
  open(name: string, text: string): vscode.Uri {
    this.count += 1;
    const path = `/${String(this.count)}/${name.replaceAll('/', '∕')}`;
    const uri = vscode.Uri.from({ scheme, path });
    this.texts.set(uri.toString(), text);
    return uri;
  }
}
