/** What a card is about, fetched from the packs. */
import type { Catalog } from '../../core/catalog.js';
import { itemOf } from '../../core/progress/storedEvent.js';
import type { Card } from '../../core/review/reviewFold.js';
import type { CardContent } from './cardModel.js';

/** Undefined when the packs hold it no more. */
export async function cardContent(catalog: Catalog, card: Card): Promise<CardContent | undefined> {
  const summary = catalog.question(card.question);
  if (!summary) return undefined;
  const question = { id: summary.id, title: summary.title };
  const about = [catalog.topicOf(summary)?.title ?? summary.topic, summary.level];
  const placed = itemOf(card.id);
  if (!placed) {
    const { body } = await catalog.load(summary.id);
    return { kind: 'question', question, about, opening: openingOf(body) };
  }
  const { quiz, item } = placed;
  if (!catalog.quizzes.some(({ id }) => id === quiz)) return undefined;
  const found = (await catalog.loadQuiz(quiz)).items.find(({ id }) => id === item);
  return found && { kind: 'item', question, about, quiz, item: found };
}

/** What a strong candidate says first: the text before the first heading, or else under it. */
export function openingOf(body: string): string {
  const opening: string[] = [];
  let fence = '';
  for (const line of body.trimStart().split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark !== '' && fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    const isHeading = fence === '' && /^#{1,6}\s/.test(line);
    if (isHeading && opening.some((text) => text.trim() !== '')) break;
    if (!isHeading) opening.push(line);
  }
  return opening.join('\n').trim();
}
