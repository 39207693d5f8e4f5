import * as vscode from 'vscode';

/** What says which theme is worn, and what the user changed of it. */
const settings = [
  'workbench.colorTheme',
  'workbench.preferredLightColorTheme',
  'workbench.preferredDarkColorTheme',
  'workbench.preferredHighContrastColorTheme',
  'workbench.preferredHighContrastLightColorTheme',
  'window.autoDetectColorScheme',
  'editor.tokenColorCustomizations',
];

/**
 * Calls back when code is to be colored anew. A theme is worn while it is chosen, and in the settings only after
 * that: each is a change of its own.
 */
export function onDidChangeColors(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveColorTheme(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settings.some((setting) => event.affectsConfiguration(setting))) listener();
    }),
  );
}
