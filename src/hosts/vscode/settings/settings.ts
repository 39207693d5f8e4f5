import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';
import type { ContextKeyId, ContextKeys, SettingId, Settings } from '../contributions.js';
import type { Disposable } from '../../../app/disposable.js';
import { readSetting } from './settingSchemas.js';
import { notifications } from '../ui/notifications.js';

/** One setting: its value now, and word of its changes. */
export class Setting<K extends SettingId> {
  constructor(private readonly id: K) {}

  /** The default where the value is of a kind that it must not be; the user is told once of each such value or entry. */
  get value(): Settings[K] {
    const configuration = vscode.workspace.getConfiguration();
    const raw = configuration.get<unknown>(this.id);
    const { value, wrong } = readSetting(this.id, raw);
    for (const each of wrong) tellOnce(this.id, each, value !== undefined);
    return value ?? (configuration.inspect<Settings[K]>(this.id)?.defaultValue as Settings[K]);
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

const told = new Set<string>();

function tellOnce(id: SettingId, value: unknown, isEntry: boolean): void {
  const shown = plainText(value === undefined ? 'undefined' : JSON.stringify(value), 60);
  if (told.has(`${id} ${shown}`)) return;
  told.add(`${id} ${shown}`);
  const open = vscode.l10n.t('Open Setting');
  const message = isEntry
    ? vscode.l10n.t(
        'The setting {0} cannot hold {1}: {2}. The other entries are used.',
        id,
        shown,
        wantedOf(id),
      )
    : vscode.l10n.t(
        'The setting {0} cannot be {1}: {2}. Until then, the default is used.',
        id,
        shown,
        wantedOf(id),
      );
  void notifications.warn(message, open).then(async (clicked) => {
    if (clicked === open) await vscode.commands.executeCommand('workbench.action.openSettings', id);
  });
}

function wantedOf(id: SettingId): string {
  switch (id) {
    case 'interviewLab.pythonPath':
      return vscode.l10n.t('give the path of a Python as text');
    case 'interviewLab.packs':
      return vscode.l10n.t('give a list of folders, each as text');
    case 'interviewLab.topics.hideDone':
    case 'interviewLab.today.open':
    case 'interviewLab.review.dailyReminder':
    case 'interviewLab.quietRoom':
      return vscode.l10n.t('give true or false');
    case 'interviewLab.review.newPerDay':
      return vscode.l10n.t('give a whole number from {0} to {1}', 0, 1000);
    case 'interviewLab.review.reviewsPerDay':
      return vscode.l10n.t('give a whole number from {0} to {1}', 1, 1000);
    case 'interviewLab.trace.steps':
      return vscode.l10n.t('give a whole number from {0} to {1}', 100, 50_000);
    case 'interviewLab.trace.seconds':
      return vscode.l10n.t('give a whole number from {0} to {1}', 1, 120);
    case 'interviewLab.trace.objects':
      return vscode.l10n.t('give a whole number from {0} to {1}', 20, 2000);
    case 'interviewLab.review.desiredRetention':
      return vscode.l10n.t('give a number from {0} to {1}', 0.7, 0.97);
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
