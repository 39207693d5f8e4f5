import * as vscode from 'vscode';
import { decodeExport } from '../../core/progress/exportFile.js';
import type { DecodedExport } from '../../core/progress/exportFile.js';
import { pause } from '../../app/pause.js';
import type { Failure, Restored } from '../../app/learnerFiles.js';
import { hidesModule } from '../../core/python/moduleNames.js';
import { counted } from '../../core/figures.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { shortList } from './exportProgress.js';
import type { HistoryServices } from './historyServices.js';
import { restoreState } from './learnerState.js';

/** Bytes: the text of a longer one does not fit into a string. */
const longest = 400 << 20;

/** Merges an export into the history and says what was new. */
export async function importProgress(
  services: Pick<
    HistoryServices,
    'journal' | 'files' | 'machine' | 'storageUri' | 'scratch' | 'globalState' | 'workspaceState'
  >,
): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Progress'),
      openLabel: vscode.l10n.t('Import'),
      filters: { JSON: ['json'] },
      // Where an export is proposed to go.
      defaultUri: vscode.Uri.file(services.machine.home),
    })) ?? [];
  if (!file) return;
  if ((await vscode.workspace.fs.stat(file)).size > longest)
    throw new Error(vscode.l10n.t('This file is too large to be an export. Choose another one.'));
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const decoded = await decodeExport(text, pause);
  const fresh = await services.journal.merge(decoded.history);
  await restoreState(services, decoded.state);
  const learnerFiles = await services.files.learnerFiles();
  const restored = await learnerFiles.restoreFiles(services.storageUri.fsPath, decoded.files);
  services.scratch.notifyChanged();
  const warnings = warned(decoded, restored);
  const sentences = [...told(decoded, fresh, restored), ...warnings].join(' ');
  if (warnings.length > 0) void notifications.warn(sentences);
  else void notifications.info(sentences);
}

function told(decoded: DecodedExport, fresh: number, restored: Restored): readonly string[] {
  const { entries, later } = decoded.history;
  const count = entries.length + later.length;
  const sentences = [
    fresh === 0 && count > 0
      ? counted(
          count,
          vscode.l10n.t('Nothing was new: the {0} event was here already.', count),
          vscode.l10n.t('Nothing was new: all {0} events were here already.', count),
        )
      : counted(
          count,
          vscode.l10n.t('{0} of {1} event was new.', fresh, count),
          vscode.l10n.t('{0} of {1} events were new.', fresh, count),
        ),
  ];
  if (restored.fresh.length > 0)
    sentences.push(vscode.l10n.t('New files of yours: {0}.', restored.fresh.length));
  if (restored.beside.length > 0)
    sentences.push(
      vscode.l10n.t(
        'Files that differ from yours: {0}; both are kept, one with “imported” in its name.',
        restored.beside.length,
      ),
    );
  return sentences;
}

function warned({ damaged }: DecodedExport, { fresh, failed }: Restored): readonly string[] {
  const sentences: string[] = [];
  if (damaged > 0)
    sentences.push(
      vscode.l10n.t('Damaged and left out: {0}. Another copy may have them.', damaged),
    );
  if (failed.length > 0)
    sentences.push(
      vscode.l10n.t(
        'Could not be brought back: {0}. Mend that and import again.',
        shortList(failed.map(faultMessage)),
      ),
    );
  const hiding = fresh.filter((path) => path.startsWith('scratch/') && hidesModule(path));
  if (hiding.length > 0)
    sentences.push(
      vscode.l10n.t(
        'Beside a snippet now lie files that Python imports instead of its own modules: {0}. Delete what you did not write.',
        shortList(hiding),
      ),
    );
  return sentences;
}

function faultMessage({ path, code }: Failure): string {
  return vscode.l10n.t('{0} ({1})', path, reason(code));
}

function reason(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return vscode.l10n.t('the disk is full');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return vscode.l10n.t('it may not be written there');
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return vscode.l10n.t('something else of that name is there');
    case 'ENAMETOOLONG':
      return vscode.l10n.t('its name is too long here');
    case 'outside':
      return vscode.l10n.t('its folder is a link to elsewhere');
    default:
      return code;
  }
}
