/** VS Code's display language for what says something without knowing VS Code. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** To be called before anything is said. */
export function speakDisplayLanguage(): void {
  const { bundle } = vscode.l10n;
  if (bundle !== undefined) l10n.config({ contents: bundle });
}
