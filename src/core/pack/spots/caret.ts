/** What could be written at a place of a file that is just being written. */
import { splitFrontMatter } from '../frontMatter.js';
import { fileSpots, shapeOfFile } from './fileSpots.js';
import { spotAt } from './spot.js';
import type { Spot } from './spot.js';

/** A word that every parser takes for an id, a key, a name. */
const caret = 'xcaretx';

export interface Slot {
  readonly spot: Spot;
  /** What a new word takes the place of, in the file as it is: columns of the line. */
  readonly columns: readonly [from: number, to: number];
  /** What stands there before the caret. */
  readonly typed: string;
  /** What stands in the line behind what is replaced. */
  readonly after: string;
}

/** Where a word that is about to be written would belong; undefined where nothing is known of it. */
export type SlotOrText = Slot | { readonly spot: undefined; readonly typed: string };

/**
 * Reads the file as if a word stood at the caret, and as if what is open before it were closed: the one parser then says
 * what that word would be.
 *
 * @param text whose lines end with `\n`
 * @param column in UTF-16 units
 */
export function slotAt(
  file: string,
  text: string,
  line: number,
  column: number,
): SlotOrText | undefined {
  const shape = shapeOfFile(file);
  if (!shape) return undefined;
  const lines = text.split('\n');
  const source = lines[line] ?? '';
  const [before, after] = [source.slice(0, column), source.slice(column)];
  const bodyLine = shape.isMarkdown ? (splitFrontMatter(text)?.bodyLine ?? 0) : Infinity;
  const closing = line < bodyLine ? closingInYaml(before, after) : closingInText(before, after);
  const written = [...lines];
  written[line] = `${before}${caret}${closing}${after}`;
  const spot = spotAt(fileSpots(file, written.join('\n')), line, column + 1);
  if (!spot) return line < bodyLine ? undefined : { spot: undefined, typed: before };
  const [from, to] = spot.columns;
  const end = Math.max(column, to - caret.length - (to > column + caret.length ? overlap() : 0));
  return {
    spot,
    columns: [from, Math.min(end, source.length)],
    typed: source.slice(from, column),
    after: source.slice(Math.min(end, source.length)),
  };

  /** Of what is closed here, what the spot took in. */
  function overlap(): number {
    return Math.min(closing.length, Math.max(0, to - column - caret.length - after.length));
  }
}

function closingInYaml(before: string, after: string): string {
  if (/^\s*[\w-]*$/.test(before) && !after.includes(':')) return ':';
  if (isOpen(before, '[', ']') && !after.includes(']')) return ']';
  if (isOpen(before, '{', '}') && !after.includes('}')) return '}';
  return closingOfLink(before, after);
}

function closingInText(before: string, after: string): string {
  if (/^[\s>]*(?:`{3}|~{3})/.test(before) && isOpen(before, '{', '}')) {
    const isQuoted = before.split('"').length % 2 === 0;
    const quote = isQuoted && !after.includes('"') ? '"' : '';
    return after.includes('}') ? quote : `${quote}}`;
  }
  return closingOfLink(before, after);
}

function isOpen(text: string, opening: string, closing: string): boolean {
  return text.lastIndexOf(opening) > text.lastIndexOf(closing);
}

function closingOfLink(before: string, after: string): string {
  return /\]\([^\s()]*$/.test(before) && !/^[^\s()]*\)/.test(after) ? ')' : '';
}
