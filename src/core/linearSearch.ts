/** Characters of a piece that the engine's own search, whose work is their product, finds fast enough. */
const short = 32;

/** Where a piece first stands in a text from a place on, or -1: by Knuth, Morris and Pratt, in one pass over both. */
export function linearIndexOf(text: string, piece: string, from: number): number {
  if (piece.length <= short) return text.indexOf(piece, from);
  const borders = bordersOf(piece);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    while (matched > 0 && piece.charCodeAt(matched) !== character)
      matched = borders[matched - 1] ?? 0;
    if (piece.charCodeAt(matched) === character) matched += 1;
    if (matched === piece.length) return at - matched + 1;
  }
  return -1;
}

/** The length of the longest beginning of each prefix that is its end as well. */
function bordersOf(piece: string): Uint32Array {
  const borders = new Uint32Array(piece.length);
  let length = 0;
  for (let at = 1; at < piece.length; at += 1) {
    while (length > 0 && piece.charCodeAt(length) !== piece.charCodeAt(at))
      length = borders[length - 1] ?? 0;
    if (piece.charCodeAt(length) === piece.charCodeAt(at)) length += 1;
    borders[at] = length;
  }
  return borders;
}
