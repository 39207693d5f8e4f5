import * as vscode from 'vscode';
import type { ContextKeyId, ContextKeys, SettingId, Settings } from './contributions.js';
import type { Disposable } from './disposable.js';

/** One setting: its value now, and word of its changes. */
export class Setting<K extends SettingId> {
  constructor(private readonly id: K) {}

  get value(): Settings[K] {
    return vscode.workspace.getConfiguration().get(this.id) as Settings[K];
  }

  /** Writes where the user's value already is: the workspace when it has one, else the user's settings. */
  async update(value: Settings[K]): Promise<void> {
    const configuration = vscode.workspace.getConfiguration();
    const inWorkspace = configuration.inspect(this.id)?.workspaceValue !== undefined;
    const target = inWorkspace
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await configuration.update(this.id, value, target);
  }

  onDidChange(listener: () => void): Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(this.id)) listener();
    });
  }
}

/** A context key that is told to VS Code only when it changes. */
export class ContextKey<K extends ContextKeyId> {
  private last: ContextKeys[K] | undefined;

  constructor(private readonly id: K) {}

  set(value: ContextKeys[K]): void {
    if (value === this.last) return;
    this.last = value;
    void vscode.commands.executeCommand('setContext', this.id, value);
  }
}
