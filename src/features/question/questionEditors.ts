import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { editors } from '../../hosts/vscode/contributions.js';
import { DisposableStore } from '../../app/disposable.js';
import { questionAt } from '../../hosts/vscode/questionEditors.js';
import type { QuestionPanel, QuestionServices } from './questionPanel.js';

/** Gives each editor of a question its page; tabs, history and the way back after a reload are VS Code's. */
export class QuestionEditors
  extends DisposableStore
  implements vscode.CustomReadonlyEditorProvider
{
  /** Sections that are to be shown, by question. */
  private readonly wanted = new Map<string, string>();
  private readonly pages = new Set<QuestionPanel>();

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
    const [catalog, { QuestionPanel: Panel }] = await Promise.all([
      this.services.catalog.get(),
      import('./questionPanel.js'), // What runs and shows code is large, and of no use before.
    ]);
    const id = questionAt(uri) ?? '';
    panel.title = plainText(catalog.question(id)?.title ?? id);
    const root = catalog.packOf(id)?.root;
    const page = this.add(
      new Panel(this.services, id, {
        panel,
        takeSection: () => {
          const section = this.wanted.get(id);
          this.wanted.delete(id);
          return section;
        },
        pictureRoots: root === undefined ? [] : [vscode.Uri.file(root)],
      }),
    );
    this.pages.add(page);
    panel.onDidDispose(() => {
      this.pages.delete(page);
      page.dispose();
    });
  }

  /** The page of that question goes to a section, at once when it is seen, else when it is. */
  leadTo(questionId: string, section: string): void {
    this.wanted.set(questionId, section);
    for (const page of this.pages) page.visit();
  }

  /** In the question in front. */
  async runInView(): Promise<void> {
    await Promise.resolve(this.active()?.runInView());
  }

  async stopRuns(): Promise<void> {
    await Promise.resolve(this.active()?.stopRuns());
  }

  private active(): QuestionPanel | undefined {
    return [...this.pages].find((page) => page.isActive);
  }
}
