import * as vscode from 'vscode';
import type { Loss } from '../../app/importing/bank.js';
import { importedEndings, readBanks } from '../../app/importing/importFormats.js';
import { packOfBank } from '../../app/importing/packOfBank.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { askForPlace, placePack } from './placePack.js';

/** Bytes of one file. */
const longest = 32 << 20;

/** *Import Pack*: a new pack of quizzes, notebooks and texts of elsewhere, and what could not be carried over. */
export async function importPack(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Pack'),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    filters: { [vscode.l10n.t('Quizzes, notebooks and Markdown')]: [...importedEndings] },
  });
  if (!chosen || chosen.length === 0) return;
  const files = await Promise.all(chosen.map(readText));
  const suggested = files.length === 1 ? (files[0]?.name ?? '').replace(/\.[^.]*$/, '') : '';
  const place = await askForPlace(suggested);
  if (!place) return;
  const bank = await readBanks(place.title, files);
  const origin = files
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
  const pack = packOfBank(place.id, bank, files.length > 3 ? `${origin}, …` : origin);
  await placePack(place, pack.files);
  await tell(pack.losses);
}

async function readText(
  uri: vscode.Uri,
): Promise<{ readonly name: string; readonly text: string }> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const { size, type } = await vscode.workspace.fs.stat(uri);
  // A pipe of which nobody writes the other end would be read for ever.
  if ((type & vscode.FileType.File) === 0)
    throw new Error(vscode.l10n.t('{0} is no file to import.', name));
  if (size > longest)
    throw new Error(
      vscode.l10n.t('{0} has more than 32 MB, which is the most that is read.', name),
    );
  return { name, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
}

async function tell(losses: readonly Loss[]): Promise<void> {
  if (losses.length === 0) {
    void notifications.info(vscode.l10n.t('Everything was carried over.'));
    return;
  }
  const show = vscode.l10n.t('Show What Is Missing');
  const message = vscode.l10n.t(
    'The pack is there; {0} things were not carried over.',
    losses.length,
  );
  if ((await notifications.warn(message, show)) !== show) return;
  const content = losses.map(({ where, what }) => `- ${where}: ${what}`).join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}
