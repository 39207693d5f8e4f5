/** Which quiz items ask nearly the same: measured by the runs of three words that two items share. */
import type { QuizItem } from '../../core/pack/pack.js';

/**
 * Above it two items count as duplicates. In the pack as it stood when this was measured, the items that ask different
 * things had at most 0.19; those that a reader called the same had 0.41 and more.
 */
const duplicate = 0.25;
const run = 3;

export interface NamedItem {
  /** `quiz#item`. */
  readonly name: string;
  readonly item: QuizItem;
}

/** A sentence for each pair that is too alike, under the name of the later one. */
export function nearDuplicates(
  items: readonly NamedItem[],
): readonly { readonly name: string; readonly fault: string }[] {
  const shingled = items.map(({ name, item }) => ({ name, shingles: shinglesOf(item) }));
  return shingled.flatMap(({ name, shingles }, at) =>
    shingled.slice(0, at).flatMap((earlier) => {
      const likeness = jaccard(shingles, earlier.shingles);
      return likeness < duplicate
        ? []
        : [{ name, fault: `it is like ${earlier.name} (${likeness.toFixed(2)} of 1)` }];
    }),
  );
}

/** From 0, nothing in common, to 1, the same words. */
export function likeness(one: QuizItem, other: QuizItem): number {
  return jaccard(shinglesOf(one), shinglesOf(other));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

function shinglesOf(item: QuizItem): ReadonlySet<string> {
  const words = askedBy(item).toLowerCase().match(/\w+/g) ?? [];
  return new Set(words.slice(0, 1 - run).map((_word, at) => words.slice(at, at + run).join(' ')));
}

/** What the learner reads, and what he must find. */
function askedBy(item: QuizItem): string {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [
        item.prompt,
        ...item.options.filter(({ correct }) => correct).map(({ text }) => text),
      ].join('\n');
    case 'output':
    case 'defect':
      return `${item.prompt}\n${item.code}`;
    case 'code':
      return `${item.prompt}\n${item.starter}`;
    case 'order':
      return [item.prompt, ...item.lines].join('\n');
    case 'text':
      return item.prompt;
  }
}
