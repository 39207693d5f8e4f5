/** Expected text in which `...` stands for any text, as in doctest. */
import { linearIndexOf } from './linearSearch.js';
import { trimEnd } from './trim.js';

export const anyText = '...';
/** A line of its own that stands for any lines. */
export const allText = anyText;

/** The lines that are compared: blanks at the end of a line and blank lines at the end of the text do not count. */
export function outputLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => trimEnd(line, ' \t\r'));
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Doctest's rule: the pieces between the dots occur in this order, the first at the start, the last at the end. */
export function matchesPattern(pattern: string, text: string): boolean {
  return matchesPieces(pattern.split(anyText), text);
}

/** The same for what stands between the dots. */
export function matchesPieces(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return first === text;
  const last = pieces.at(-1) ?? '';
  if (first.length + last.length > text.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = linearIndexOf(text, piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
