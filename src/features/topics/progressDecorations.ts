import * as vscode from 'vscode';
import { DisposableStore } from '../../app/disposable.js';
import type { Services } from '../../hosts/vscode/services.js';

const scheme = 'interview-lab-question';

/** The address under which a question’s decoration is looked up; nothing can be opened there. */
export function decorationUri(questionId: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${questionId}` });
}

/** Badges and colors of questions by how far the learner is. */
export class ProgressDecorations extends DisposableStore implements vscode.FileDecorationProvider {
  private readonly changed = this.add(new vscode.EventEmitter<vscode.Uri[]>());
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(private readonly progress: Services['progress']) {
    super();
    this.add(
      progress.onDidChange((ids) => {
        this.changed.fire(ids.map(decorationUri));
      }),
    );
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    switch (this.progress.state(uri.path.slice(1))) {
      case 'unread':
        return undefined;
      case 'read':
        return new vscode.FileDecoration('✓', vscode.l10n.t('Read'));
      case 'mastered':
        return new vscode.FileDecoration(
          '★',
          vscode.l10n.t('Mastered'),
          new vscode.ThemeColor('charts.green'),
        );
    }
  }
}
