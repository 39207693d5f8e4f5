/** The one door to lasting items of the status bar: whatever they say is plain text. */
import * as vscode from 'vscode';
import { longestMessage, plainText } from '../../../core/plainText.js';
import type { CommandId } from '../contributions.js';

export interface StatusBarLook {
  /** The name of a codicon before the text. */
  readonly icon?: string;
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly isWarning?: boolean;
}

export class StatusBarItem {
  private readonly item: vscode.StatusBarItem;

  constructor(id: string, name: string, command: CommandId) {
    this.item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
    this.item.name = name;
    this.item.command = command;
  }

  show({ icon, text, tooltip, spoken, isWarning = false }: StatusBarLook): void {
    this.item.text = `${icon === undefined ? '' : `$(${icon}) `}${plainText(text)}`;
    this.item.tooltip = plainText(tooltip, longestMessage);
    this.item.accessibilityInformation = { label: plainText(spoken, longestMessage) };
    this.item.backgroundColor = isWarning
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}
