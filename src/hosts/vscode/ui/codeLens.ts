/** The one door to what stands above a line of an editor: whatever it says is plain text. */
import * as vscode from 'vscode';
import { plainText } from '../../../core/plainText.js';
import type { CommandId } from '../contributions.js';

/** @param icon the name of a codicon; @param args what the command is given */
export function topLens(
  icon: string,
  title: string,
  command: CommandId,
  ...args: readonly unknown[]
): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: `$(${icon}) ${plainText(title)}`,
    command,
    arguments: [...args],
  });
}
