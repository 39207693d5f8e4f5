/** Short answers: which texts an author accepts. */
import type { TextItem } from '../pack/pack.js';
import { patternOf } from './acceptedForm.js';
import { compilePattern } from './answerPattern.js';
import { isTypedAs, withoutLayout, withPlainSigns } from './typedText.js';

const longestMatched = 200;
/** Patterns of one item; those beyond count for nothing. */
const mostPatterns = 20;

export function acceptsText(item: TextItem, text: string): boolean {
  const given = forgiven(item, text);
  if (given === '') return false;
  if (
    item.accept.some(
      (form) => patternOf(form) === undefined && isTypedAs(forgiven(item, form), given),
    )
  )
    return true;
  if (given.length > longestMatched) return false;
  const typed = withoutLayout(given);
  const ways = new Set([given, typed, withPlainSigns(typed), withPlainSigns(typed, '--')]);
  return patternsOf(item).some(({ matches }) => matches && [...ways].some(matches));
}

/** What is wrong with an item's patterns, a sentence for the author each, by their places in `accept`. */
export function patternFaults(
  item: TextItem,
): readonly { readonly index: number; readonly message: string }[] {
  return patternsOf(item).flatMap(({ index, fault }) =>
    fault === undefined ? [] : [{ index, message: fault }],
  );
}

function patternsOf(item: TextItem): readonly {
  readonly index: number;
  readonly matches?: (whole: string) => boolean;
  readonly fault?: string;
}[] {
  const written = item.accept.flatMap((form, index) => {
    const pattern = patternOf(form);
    return pattern === undefined ? [] : [{ index, pattern }];
  });
  const ignoreCase = item.forgive.includes('case');
  const compiled = written
    .slice(0, mostPatterns)
    .map(({ index, pattern }) => ({ index, ...compilePattern(pattern, ignoreCase) }));
  const beyond = written.slice(mostPatterns, mostPatterns + 1).map(({ index }) => ({
    index,
    fault: `An item takes at most ${mostPatterns} patterns; the others are left out.`,
  }));
  return [...compiled, ...beyond];
}

/** What an accepted form is compared by: of two that are the same one is enough; empty when nothing is left of it. */
export function formKey(item: Pick<TextItem, 'forgive'>, form: string): string {
  if (patternOf(form) !== undefined) return form;
  const text = withoutLayout(forgiven(item, form));
  // Of signs alone the signs are the point.
  return /[\p{L}\p{N}]/u.test(text) ? withPlainSigns(text) : text;
}

/** Without what the item forgives. */
function forgiven(item: Pick<TextItem, 'forgive'>, text: string): string {
  const blanks = item.forgive.includes('blanks') ? text.replace(/\s+/g, '') : text.trim();
  return item.forgive.includes('case') ? blanks.toLowerCase() : blanks;
}
