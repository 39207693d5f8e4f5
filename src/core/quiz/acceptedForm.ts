/** What an author writes as an accepted answer: a text, or a pattern between slashes. */
import type { TextItem } from '../pack/pack.js';

/** The pattern of a form that is one. */
export function patternOf(form: string): string | undefined {
  return form.length > 2 && form.startsWith('/') && form.endsWith('/')
    ? form.slice(1, -1)
    : undefined;
}

/** The form to show as the right answer: the first that is no pattern, else the first without its slashes. */
export function shownText(item: TextItem): string {
  const plain = item.accept.find((form) => patternOf(form) === undefined);
  return plain ?? patternOf(item.accept[0] ?? '') ?? '';
}
