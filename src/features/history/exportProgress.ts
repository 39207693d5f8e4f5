import * as vscode from 'vscode';
import { exportPieces } from '../../core/progress/exportFile.js';
import type { StoredHistory } from '../../core/progress/journal.js';
import { pause } from '../../app/pause.js';
import type { Snapshot } from '../../app/learnerFiles.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import type { HistoryServices } from './historyServices.js';
import { learnerState } from './learnerState.js';
import { saveOpenFiles } from './openFiles.js';
import { saveFile } from './saveFile.js';

/** What an export holds, and a deletion removes. */
export interface Exported {
  readonly history: StoredHistory;
  readonly snapshot: Snapshot;
}

type ExportServices = Pick<
  HistoryServices,
  'journal' | 'files' | 'machine' | 'storageUri' | 'globalState' | 'workspaceState'
>;

/** Everything as it is now, what is still unsaved in an editor included. */
export async function takeAll({ journal, files, storageUri }: ExportServices): Promise<Exported> {
  await saveOpenFiles(storageUri);
  const history = await journal.history();
  // The list grows on; the snapshot must not.
  const entries = [...history.entries];
  const snapshot = await (await files.learnerFiles()).takeSnapshot(storageUri.fsPath);
  return { history: { ...history, entries }, snapshot };
}

/**
 * Saves everything in one file; resolves with what was saved, or undefined when the learner cancels.
 *
 * @param prepare runs once it is known where to save; resolves with false to give up
 */
export async function exportProgress(
  services: ExportServices,
  prepare: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Exported | undefined> {
  const now = new Date().toISOString();
  let exported: Exported | undefined;
  const saved = await saveFile(
    services.machine,
    `python-interview-lab-${now.slice(0, 10)}.json`,
    { title: vscode.l10n.t('Export Progress'), filters: { JSON: ['json'] } },
    async () => {
      if (!(await prepare())) return undefined;
      exported = await takeAll(services);
      return encoded(exported, services, now);
    },
  );
  if (saved === undefined || !exported) return undefined;
  const { history, snapshot } = exported;
  const told = [
    vscode.l10n.t(
      'Exported to {0}: events {1}, files of yours {2}.',
      saved,
      history.entries.length + history.later.length,
      snapshot.files.length,
    ),
  ];
  if (snapshot.leftOut.length > 0)
    told.push(
      vscode.l10n.t(
        'Left out, because programs made it or because it is too large: {0}.',
        shortList(snapshot.leftOut),
      ),
    );
  void notifications.info(told.join(' '));
  return exported;
}

async function encoded(
  { history, snapshot: { files } }: Exported,
  services: ExportServices,
  now: string,
): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  for (const piece of exportPieces({ history, files, state: learnerState(services) }, now)) {
    pieces.push(encoder.encode(piece));
    await pause();
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The first few, and how many more there are. */
export function shortList(names: readonly string[], most = 3): string {
  const first = names.slice(0, most).join(', ');
  const more = names.length - most;
  return more > 0 ? vscode.l10n.t('{0} and {1} more', first, more) : first;
}
