/** Do items betray their answers by length, by place or by the reasons that options give? Measured against chance. */
import type { ChoiceItem, Option, QuizItem } from '../../core/pack/pack.js';

/** Below this probability of pure chance a pattern counts as a giveaway. */
const significance = 0.02;

/** What says why in an option; “since 3.13” says when. */
const reason =
  /\b(because|so that|in order to|otherwise|therefore)\b|\bsince\b(?! (?:Python )?\d)|, (?:and )?(?:as|so|which)\b/i;

/** Places in the order of length by which a right option might be chosen, or a wrong one left out. */
const lengths: readonly (readonly [number, string])[] = [
  [0, 'shortest'],
  [1, 'second shortest'],
  [-2, 'second longest'],
  [-1, 'longest'],
];

/** @param items of one quiz, or of all */
export function giveaways(items: readonly QuizItem[]): readonly string[] {
  const singles = items.filter((item): item is ChoiceItem => item.kind === 'single');
  const faults: string[] = [];
  const note = (what: string, hits: number, trials: number, chance: number, of: string): void => {
    if (atLeast(hits, trials, chance) < significance)
      faults.push(`${what} in ${String(hits)} of ${String(trials)} ${of}`);
  };
  const byChance = mean(singles.map(({ options }) => 1 / options.length));
  for (const [rank, name] of lengths) {
    const holders = singles.flatMap(({ options }) => aloneAt(rank, options) ?? []);
    const right = holders.filter(({ correct }) => correct).length;
    const count = holders.length;
    note(`the right option is the ${name}`, right, count, byChance, 'single items');
    note(`the ${name} option is wrong`, count - right, count, 1 - byChance, 'single items');
  }
  for (let place = 0; place < 4; place++) {
    const here = singles.filter((item) => item.options[place]?.correct === true).length;
    note(
      `the right option is number ${String(place + 1)}`,
      here,
      singles.length,
      byChance,
      'single items',
    );
  }
  const reasoned = singles
    .flatMap(({ options }) => options)
    .filter(({ text }) => reason.test(text));
  const right = reasoned.filter(({ correct }) => correct).length;
  note(
    'the option is wrong',
    reasoned.length - right,
    reasoned.length,
    1 - byChance,
    'options that give a reason',
  );
  note('the option is right', right, reasoned.length, byChance, 'options that give a reason');
  return faults;
}

/** The option that has the place `rank` when they are put in order of length, unless another is as long. */
function aloneAt(rank: number, options: readonly Option[]): Option | undefined {
  const lengthOf = ({ text }: Option): number => text.length;
  const there = [...options].sort((one, other) => lengthOf(one) - lengthOf(other)).at(rank);
  const alike = options.filter((option) => there && lengthOf(option) === lengthOf(there));
  return alike.length === 1 ? there : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** P(X ≥ hits) for a binomial X of `trials` with probability `chance`. */
function atLeast(hits: number, trials: number, chance: number): number {
  let term = (1 - chance) ** trials;
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += term;
    term *= ((trials - k) / (k + 1)) * (chance / (1 - chance));
  }
  return 1 - below;
}
