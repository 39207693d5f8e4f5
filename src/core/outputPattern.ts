/** Expected text in which `...` stands for any text, as in doctest. */

export const anyText = '...';
/** A line of its own that stands for any lines. */
export const allText = anyText;

/** The lines that are compared: blanks at the end of a line and blank lines at the end of the text do not count. */
export function outputLines(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\r]+$/, ''));
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Doctest's rule: the pieces between the dots occur in this order, the first at the start, the last at the end. */
export function matchesPattern(pattern: string, text: string): boolean {
  const pieces = pattern.split(anyText);
  if (pieces.length === 1) return pattern === text;
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (first.length + last.length > text.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
