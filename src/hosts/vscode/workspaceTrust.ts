import * as vscode from 'vscode';
import type { Trust } from '../../app/ports.js';

/** The user's answer to *Do you trust the authors of the files in this folder?* */
export const workspaceTrust: Trust = {
  get isTrusted() {
    return vscode.workspace.isTrusted;
  },
  get refusal() {
    return vscode.l10n.t(
      'Code is not run in Restricted Mode. Trust this workspace to run snippets.',
    );
  },
};
