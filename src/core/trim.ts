/** Trimming of given characters in one pass; an expression such as `/_+$/` tries every run of them anew. */

/** @param characters each a single UTF-16 code unit. */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** @param characters each a single UTF-16 code unit. */
export function trim(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return trimEnd(text.slice(start), characters);
}
