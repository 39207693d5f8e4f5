import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { editors } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import { questionAt } from '../../hosts/vscode/questionEditors.js';
import { ContextKey } from '../../hosts/vscode/settings/settings.js';
import { QuestionPanel } from './questionPanel.js';
import type { QuestionServices } from './questionPanel.js';

/** Gives each editor of a question its page; tabs, history and the way back after a reload are VS Code's. */
export class QuestionEditors
  extends DisposableStore
  implements vscode.CustomReadonlyEditorProvider
{
  /** The walkthrough’s first step is done. */
  private readonly opened = new ContextKey('interviewLab.question.opened');

  constructor(private readonly services: QuestionServices) {
    super();
    this.add(
      vscode.window.registerCustomEditorProvider(editors.question, this, {
        supportsMultipleEditorsPerDocument: true,
        webviewOptions: { enableFindWidget: true },
      }),
    );
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor(
    { uri }: vscode.CustomDocument,
    panel: vscode.WebviewPanel,
  ): Promise<void> {
    this.opened.set(true);
    const catalog = await this.services.catalog.get();
    const id = questionAt(uri) ?? '';
    panel.title = plainText(catalog.question(id)?.title ?? id);
    const root = catalog.packOf(id)?.root;
    const page = this.add(
      new QuestionPanel(this.services, id, {
        panel,
        pictureRoots: root === undefined ? [] : [vscode.Uri.file(root)],
      }),
    );
    panel.onDidDispose(() => {
      page.dispose();
    });
  }
}
