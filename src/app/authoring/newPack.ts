/** A pack that works at once: a question whose program runs, a quiz about it and an exercise, for an author to go on with. */
import { newPart, partKinds } from './newParts.js';
import { packText } from './packTexts.js';
import { slugOf } from './slug.js';

const topic = 'first-topic';

const titles = {
  question: 'Does an assignment copy a list?',
  quiz: 'First quiz',
  exercise: 'First exercise',
} as const;

/** @returns the texts of its files by their paths; the first is the one to begin with */
export function newPack(id: string, title: string): ReadonlyMap<string, string> {
  const topics = [
    { id: topic, title: 'First topic', description: 'What its questions are about.' },
  ];
  const question = slugOf(titles.question);
  const parts = partKinds.map((kind) => newPart(kind, { title: titles[kind], topic, question }));
  return new Map([
    ...parts.flatMap(({ files }) => [...files]),
    ['pack.yaml', packText({ id, title, description: 'What the pack is about.', topics })],
  ]);
}
