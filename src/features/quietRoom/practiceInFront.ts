/** What has the focus, when it is one of the learner's own files. */
import * as vscode from 'vscode';
import { practiceOf } from '../../app/quietRoom/practiceFiles.js';
import type { Practice } from '../../app/quietRoom/practiceFiles.js';
import type { Services } from '../../hosts/vscode/services.js';

export type QuietServices = Pick<Services, 'storageUri' | 'globalState' | 'log'>;

export function practiceInFront({ storageUri }: QuietServices): Practice | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const root = `${storageUri.path}/`;
  return uri?.scheme === 'file' && uri.path.startsWith(root)
    ? practiceOf(uri.path.slice(root.length))
    : undefined;
}
