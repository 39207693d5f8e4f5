/** Does a quiz betray its answers by their length or their place? Measured against chance. */
import type { ChoiceItem, Quiz } from '../../src/core/pack/pack.js';

/** Below this probability of pure chance a pattern counts as a giveaway. */
const significance = 0.02;

export function giveaways(quiz: Quiz): readonly string[] {
  const singles = quiz.items.filter((item): item is ChoiceItem => item.kind === 'single');
  const faults: string[] = [];
  const longest = singles.filter((item) => {
    const right = item.options.find((option) => option.correct);
    return right !== undefined && item.options.every((option) => option === right || option.text.length < right.text.length);
  }).length;
  if (atLeast(longest, singles.length, 1 / 4) < significance) {
    faults.push(`the right option is the longest in ${String(longest)} of ${String(singles.length)} single items`);
  }
  for (let place = 0; place < 4; place++) {
    const here = singles.filter((item) => item.options[place]?.correct === true).length;
    if (atLeast(here, singles.length, 1 / 4) < significance) {
      faults.push(`the right option is number ${String(place + 1)} in ${String(here)} of ${String(singles.length)} single items`);
    }
  }
  return faults;
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
