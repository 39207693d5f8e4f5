/** *My Cards*: each is a file, to edit or to delete. */
import * as vscode from 'vscode';
import { ownPack } from '../../core/pack/packId.js';
import { notifications } from '../../hosts/vscode/ui/notifications.js';
import { pickOne } from '../../hosts/vscode/ui/picks.js';
import { cardUri, ownCards } from './cardFiles.js';
import type { CardServices } from './makeCard.js';

export async function myCards(services: CardServices): Promise<void> {
  const catalog = await services.catalog.get();
  const rows = catalog.questions
    .filter(({ packId }) => packId === ownPack)
    .map(({ id, title }) => ({ id: id.slice(ownPack.length + 1), label: title }));
  if (rows.length === 0)
    throw new Error(
      vscode.l10n.t('You have no cards of your own yet. Select a text, then “Make a Card”.'),
    );
  const title = vscode.l10n.t('My Cards');
  const card = await pickOne(rows, { title, placeHolder: vscode.l10n.t('Which one?') });
  if (!card) return;
  const edit = { label: vscode.l10n.t('Edit'), icon: 'edit' };
  const remove = { label: vscode.l10n.t('Delete'), icon: 'trash' };
  const chosen = await pickOne([edit, remove], { title: card.label });
  if (chosen === edit) await vscode.window.showTextDocument(cardUri(services, card.id));
  if (chosen !== remove) return;
  const yes = vscode.l10n.t('Delete');
  const asked = vscode.l10n.t('Shall the card “{0}” be deleted?', card.label);
  if ((await notifications.ask(asked, undefined, yes)) !== yes) return;
  await ownCards(services).remove(card.id);
  await services.catalog.reload();
}
