/** What in the wording of an item misleads: options that speak of their order, prompts that only negate. */
import type { QuizItem } from '../../core/pack/pack.js';

/** Options come in another order each time, so that “above” means nothing. */
const ofTheAbove =
  /^\W*(?:all|none|both|neither|any|each)(?: of)?(?: (?:the|these))? ?(?:above|below|previous|preceding|foregoing)\b/i;
const byLetter = /^\W*(?:both |only |either )?[A-D](?: (?:and|or) [A-D])+\W*$/;
/** “Which is not …”: one who knows what is right still has to turn it round, and a reader in haste misses the word. */
const negated =
  /\b(?:which|what)\b(?:(?! (?:that|when|if|where)\b)[^.?!\n]){0,60}? (?:is|are|does|do|was|were|can|will|would)(?: not\b|n['’]t\b|(?<=can)not\b)[^.?!\n]*\?/i;

export function wordingFaults(item: QuizItem): readonly string[] {
  if (item.kind !== 'single' && item.kind !== 'multiple') return [];
  const faults = item.options
    .filter(({ text }) => ofTheAbove.test(text) || byLetter.test(text))
    .map(
      ({ text }) =>
        `${item.id}: the option “${text.trim()}” speaks of the order of options, which is another each time: say what it means.`,
    );
  // With emphasis on the word nobody misses it.
  if (
    item.kind === 'single' &&
    negated.test(item.prompt) &&
    !/\*\*?not\*?\*|_not_|\bNOT\b/.test(item.prompt)
  )
    faults.push(`${item.id}: it asks what is not so; ask what is, or emphasize the word: **not**.`);
  return faults;
}
