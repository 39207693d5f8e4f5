/** Lets suspended cards be asked again. */
import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog.js';
import type { CardId } from '../../core/progress/event.js';
import { exerciseOf } from '../../core/progress/storedEvent.js';
import type { Services } from '../../hosts/vscode/services.js';
import { pickSeveral } from '../../hosts/vscode/ui/picks.js';

export async function resumeCards(
  services: Pick<Services, 'catalog' | 'journal' | 'reviews'>,
): Promise<void> {
  const [catalog, book] = await Promise.all([services.catalog.get(), services.reviews.book()]);
  const picks = book.suspended().map((card) => ({
    card: card.id,
    ...rowOf(card.id, catalog, card.question),
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

function rowOf(
  card: CardId,
  catalog: Catalog,
  question: string,
): { readonly label: string; readonly description: string } {
  const exercise = exerciseOf(card);
  if (exercise !== undefined) {
    const label = catalog.exercises.find(exercise)?.title ?? exercise;
    return { label, description: vscode.l10n.t('Exercise') };
  }
  const isItem = card.startsWith('item/');
  const item = card.slice('item/'.length);
  return {
    label: catalog.question(question)?.title ?? question,
    description: isItem ? vscode.l10n.t('Quiz item {0}', item) : '',
  };
}
