/** The extension on a desktop or a server. */
import type * as vscode from 'vscode';
import { start } from './extension.js';
import { nodeHost } from './hosts/node/nodeHost.js';
import { speakDisplayLanguage } from './hosts/vscode/words.js';

export function activate(context: vscode.ExtensionContext): void {
  speakDisplayLanguage();
  start(context, nodeHost);
}
