/** Kinds of questions that learning platforms share, as items that there are here. */
import { mostOptions } from './bank.js';
import type { BankItem, Losses } from './bank.js';

type Base = Pick<BankItem, 'name' | 'prompt' | 'explanation'>;

/** Numbers of a range that are listed one by one. */
const mostListed = 50;

/**
 * @param ranges of which each number is right, both ends included
 * @returns undefined when there are numbers without end in one of them
 */
export function numberItem(
  base: Base,
  ranges: readonly (readonly [low: number, high: number])[],
): BankItem | undefined {
  const accept: string[] = [];
  for (const [low, high] of ranges) {
    if (low === high) accept.push(String(low));
    else if (Number.isInteger(low) && Number.isInteger(high) && high - low < mostListed)
      for (let number = low; number <= high; number++) accept.push(String(number));
    else return undefined;
  }
  return accept.length === 0 ? undefined : { ...base, kind: 'text', accept, exactCase: false };
}

/** What belongs to what, as one choice for each: the answers of all are its options, or as many as there may be. */
export function matchingItems(
  base: Base,
  pairs: readonly (readonly [asked: string, answer: string])[],
  where: string,
  losses: Losses,
): readonly BankItem[] {
  const answers = [...new Set(pairs.map(([, answer]) => answer))];
  if (answers.length > mostOptions)
    losses.add(
      where,
      `Some wrong options: there were ${String(answers.length)}, and ${String(mostOptions)} is the most.`,
    );
  const places = new Map(answers.map((answer, at) => [answer, at]));
  /** Those of an item: of too many its own and the ones that follow it. */
  const offered = (answer: string): readonly string[] => {
    if (answers.length <= mostOptions) return answers;
    const from = places.get(answer) ?? 0;
    return Array.from(
      { length: mostOptions },
      (_, at) => answers[(from + at) % answers.length] ?? '',
    );
  };
  return pairs
    .filter(([asked]) => asked !== '')
    .map(([asked, answer], at) => ({
      ...base,
      name: `${base.name} ${String(at + 1)}`,
      prompt: `${base.prompt}\n\n${asked}`.trim(),
      kind: 'choice',
      several: false,
      options: offered(answer).map((text) => ({ text, correct: text === answer })),
    }));
}
