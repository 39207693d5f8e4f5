import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { decodeExport } from '../../core/progress/exportFile.js';
import type { DecodedExport } from '../../core/progress/exportFile.js';
import { LearnerFiles } from '../../platform/learnerFiles.js';
import type { Restored } from '../../platform/learnerFiles.js';
import { messages } from '../../platform/ui/messages.js';
import type { HistoryServices } from './index.js';

/** Merges an export into the history and says what was new. */
export async function importProgress(
  services: Pick<HistoryServices, 'journal' | 'storageUri' | 'scratch'>,
): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Progress'),
      openLabel: vscode.l10n.t('Import'),
      filters: { JSON: ['json'] },
      // Where an export is proposed to go.
      defaultUri: vscode.Uri.file(homedir()),
    })) ?? [];
  if (!file) return;
  const decoded = decodeExport(Buffer.from(await vscode.workspace.fs.readFile(file)).toString());
  const fresh = await services.journal.merge(decoded.history);
  const restored = await restore(services, decoded);
  const sentences = told(decoded, fresh, restored);
  if (decoded.damaged > 0) void messages.warn(sentences.join(' '));
  else void messages.info(sentences.join(' '));
}

async function restore(
  { storageUri, scratch }: Pick<HistoryServices, 'storageUri' | 'scratch'>,
  { files }: DecodedExport,
): Promise<Restored> {
  try {
    return await new LearnerFiles(storageUri.fsPath).restore(files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      vscode.l10n.t(
        'The events were imported, but not all notes and scratch files ({0}). Free some disk space and import again.',
        reason,
      ),
      { cause: error },
    );
  } finally {
    scratch.notifyChanged();
  }
}

function told(decoded: DecodedExport, fresh: number, restored: Restored): readonly string[] {
  const { entries, later } = decoded.history;
  const count = entries.length + later.length;
  const sentences = [
    fresh === 0 && count > 0
      ? vscode.l10n.t('Nothing was new: all {0} events were here already.', count)
      : vscode.l10n.t('{0} of {1} events were new.', fresh, count),
  ];
  if (restored.fresh > 0)
    sentences.push(vscode.l10n.t('New notes and scratch files: {0}.', restored.fresh));
  if (restored.beside > 0)
    sentences.push(
      vscode.l10n.t(
        'Notes and scratch files that differ from yours: {0}; they were put beside yours, with “imported” in their names.',
        restored.beside,
      ),
    );
  if (decoded.damaged > 0)
    sentences.push(
      vscode.l10n.t('Damaged and left out: {0}. Another copy may have them.', decoded.damaged),
    );
  return sentences;
}
