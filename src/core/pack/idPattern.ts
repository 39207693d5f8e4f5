/** Lower-case words joined by hyphens: the id of a question, a topic, a quiz. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text may be an id: the journal and the pages have room for two of them and what stands between. */
export function isId(text: string): boolean {
  return text.length <= 80 && idPattern.test(text);
}
