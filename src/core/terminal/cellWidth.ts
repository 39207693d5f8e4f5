/** How many cells of a terminal a character takes, and which characters share a cell. */
import { eastAsianWidth } from 'get-east-asian-width';

const segmenter = new Intl.Segmenter();
/** Of a cell, in UTF-16 code units: nobody stacks more accents than this on a letter. */
const longestCell = 64;
const unspaced = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]/u;
const mayJoin =
  /^[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]/u;
const flag = /^\p{Regional_Indicator}{2}/u;
const emojiVariant = '\ufe0f';
const joiner = '\u200d';

/** Cells of one grapheme cluster: 0 for what has no width of its own, 2 for wide characters and emoji. */
export function widthOf(cluster: string): 0 | 1 | 2 {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0x300) return code === 0xad ? 0 : cluster.includes(emojiVariant) ? 2 : 1;
  if (flag.test(cluster)) return 2;
  if (unspaced.test(cluster)) return 0;
  return cluster.includes(emojiVariant) || eastAsianWidth(code) === 2 ? 2 : 1;
}

/** Whether a character belongs to the cell before it, as an accent does, or the second half of a flag. */
export function joins(cell: string, character: string): boolean {
  if (!mayJoin.test(character) && !cell.endsWith(joiner)) return false;
  if (cell.length + character.length > longestCell) return widthOf(character) === 0;
  const [, second] = segmenter.segment(cell + character);
  return second === undefined;
}

/** A cell with one character more; what is beyond all measure is left out. */
export function joined(cell: string, character: string): string {
  return cell.length + character.length > longestCell ? cell : cell + character;
}
