/** Short answers: which texts an author accepts. */
import type { TextItem } from '../pack/pack.js';

const longestMatched = 200;
const longestPattern = 300;

export function acceptsText(item: TextItem, text: string): boolean {
  const given = normalise(item, text);
  if (given === '') return false;
  return item.accept.some((form) => {
    const pattern = patternOf(form);
    if (pattern === undefined) return normalise(item, form) === given;
    if (given.length > longestMatched) return false;
    return compile(pattern, item.forgive.includes('case'))?.test(given) ?? false;
  });
}

/** The form to show as the right answer: the first that is no pattern, else the first without its slashes. */
export function shownText(item: TextItem): string {
  const plain = item.accept.find((form) => patternOf(form) === undefined);
  return plain ?? patternOf(item.accept[0] ?? '') ?? '';
}

function patternOf(form: string): string | undefined {
  return /^\/(.+)\/$/s.exec(form)?.[1];
}

function normalise(item: TextItem, text: string): string {
  const blanks = item.forgive.includes('blanks') ? text.replace(/\s+/g, '') : text.trim();
  return item.forgive.includes('case') ? blanks.toLowerCase() : blanks;
}

/** The whole answer must match. A pattern that is none, or that could take for ever, matches nothing. */
function compile(pattern: string, ignoreCase: boolean): RegExp | undefined {
  const repeatsRepetition = /\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\d*\})(?:[^()\\]|\\.)*\)(?:[+*]|\{)/;
  if (pattern.length > longestPattern || repeatsRepetition.test(pattern)) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`, ignoreCase ? 'iu' : 'u');
  } catch {
    return undefined; // The author's pattern is not one; the other forms still count.
  }
}
