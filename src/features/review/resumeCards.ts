/** Lets suspended cards be asked again. */
import * as vscode from 'vscode';
import type { Services } from '../../hosts/vscode/services.js';
import { pickSeveral } from '../../hosts/vscode/ui/picks.js';

export async function resumeCards(
  services: Pick<Services, 'catalog' | 'journal' | 'reviews'>,
): Promise<void> {
  const [catalog, book] = await Promise.all([services.catalog.get(), services.reviews.book()]);
  const picks = book.suspended().map((card) => ({
    card: card.id,
    label: catalog.question(card.question)?.title ?? card.question,
    description: card.id.startsWith('item/')
      ? vscode.l10n.t('Quiz item {0}', card.id.slice('item/'.length))
      : '',
  }));
  if (picks.length === 0)
    throw new Error(vscode.l10n.t('No card is suspended. Press S in a review to suspend one.'));
  const chosen = await pickSeveral(picks, {
    title: vscode.l10n.t('Ask Suspended Cards Again'),
    placeHolder: vscode.l10n.t('Choose the cards that are to be asked again'),
  });
  for (const { card } of chosen ?? [])
    await services.journal.record({ kind: 'suspended', card, suspended: false });
}
