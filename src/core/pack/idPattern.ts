/** Lower-case words joined by hyphens: the id of a question, a topic, a quiz. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Characters of an id and of a snippet's name. */
export const longestId = 80;

/**
 * UTF-16 code units of what is made of ids, such as a card's name: one limit for pages and for the journal, which holds
 * what versions wrote that had none for their authors.
 */
export const longestName = 1000;

/** Whether a text may be an id. */
export function isId(text: string): boolean {
  return text.length <= longestId && idPattern.test(text);
}
