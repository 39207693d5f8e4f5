/** Lists in words, as they are written in the language of the words. */
import { language } from './language.js';

/** a, b, c in English. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit' }).format(items);
}

/** a or b; a, b, or c in English. */
export function alternatives(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'disjunction' }).format(items);
}
