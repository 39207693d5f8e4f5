import * as vscode from 'vscode';
import { encodeExport } from '../../core/progress/exportFile.js';
import { LearnerFiles } from '../../platform/learnerFiles.js';
import { messages } from '../../platform/ui/messages.js';
import type { HistoryServices } from './index.js';
import { saveFile } from './saveFile.js';

/** Saves everything in one file; resolves with whether it was saved. */
export async function exportProgress(
  services: Pick<HistoryServices, 'journal' | 'storageUri'>,
): Promise<boolean> {
  const now = new Date().toISOString();
  const history = await services.journal.history();
  const files = await new LearnerFiles(services.storageUri.fsPath).all();
  const saved = await saveFile(
    `python-interview-lab-${now.slice(0, 10)}.json`,
    { title: vscode.l10n.t('Export Progress'), filters: { JSON: ['json'] } },
    () => Promise.resolve(encodeExport({ history, files }, now)),
  );
  if (saved === undefined) return false;
  void messages.info(
    vscode.l10n.t(
      'Exported to {0}: events {1}, notes and scratch files {2}.',
      saved,
      history.entries.length + history.later.length,
      files.length,
    ),
  );
  return true;
}
