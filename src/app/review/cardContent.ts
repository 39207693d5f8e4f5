/** What a card is about, fetched from the packs. */
import { levelWords } from '../../core/levelWords.js';
import type { Catalog } from '../../core/catalog.js';
import { exerciseOf, itemOf } from '../../core/progress/storedEvent.js';
import type { Card } from '../../core/review/reviewFold.js';
import type { CardContent } from './cardModel.js';

/** Undefined when the packs hold it no more. */
export async function cardContent(catalog: Catalog, card: Card): Promise<CardContent | undefined> {
  const wanted = exerciseOf(card.id);
  if (wanted !== undefined) return exerciseContent(catalog, wanted);
  const summary = catalog.question(card.question);
  if (!summary) return undefined;
  const { id, title } = summary;
  const question = { id, title };
  const about = [catalog.topicOf(summary)?.title ?? summary.topic, levelWords(summary.level)];
  const placed = itemOf(card.id);
  if (!placed) {
    const { body } = await catalog.load(id);
    return { kind: 'question', title, question, about, opening: openingOf(body) };
  }
  const { quiz, item } = placed;
  if (!catalog.quizzes.some(({ id }) => id === quiz)) return undefined;
  const found = (await catalog.loadQuiz(quiz)).items.find(({ id }) => id === item);
  return found && { kind: 'item', title, question, about, quiz, item: found };
}

async function exerciseContent(
  { exercises }: Catalog,
  wanted: string,
): Promise<CardContent | undefined> {
  const summary = exercises.find(wanted);
  if (!summary) return undefined;
  const exercise = await exercises.load(summary.id);
  const about = [exercises.topicOf(summary)?.title ?? summary.topic, levelWords(summary.level)];
  return { kind: 'exercise', title: summary.title, about, exercise };
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
