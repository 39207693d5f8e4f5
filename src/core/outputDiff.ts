/** How two outputs differ, line by line, with the white space that matters made visible. */
import { allText, anyText, matchesPattern } from './outputPattern.js';

export interface DiffLine {
  /** `missing` was expected and not printed, `extra` was printed and not expected. */
  readonly kind: 'same' | 'missing' | 'extra';
  readonly text: string;
}

/** Beyond this many cells of the table the middle is shown as a whole: expected, then actual. */
const tableLimit = 1_000_000;
/** Beyond this many characters that lines with dots would be compared with, too. */
const patternLimit = 20_000_000;
const shownLimit = 400;
/** Lines shown around a difference. */
const context = 3;

export function diffLines(
  wanted: readonly string[],
  printed: readonly string[],
): readonly DiffLine[] {
  const shorter = Math.min(wanted.length, printed.length);
  let start = 0;
  while (start < shorter && isLine(wanted[start], printed[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isLine(wanted.at(-1 - end), printed.at(-1 - end))) end += 1;
  const same = (lines: readonly string[]): DiffLine[] =>
    lines.map((text) => ({ kind: 'same', text }));
  return shorten([
    ...same(printed.slice(0, start)),
    ...align(wanted.slice(start, wanted.length - end), printed.slice(start, printed.length - end)),
    ...same(printed.slice(printed.length - end)),
  ]);
}

/** Makes the blanks visible that an eye would miss: leading, trailing and doubled spaces, tabs, carriage returns. */
export function showBlanks(line: string): string {
  if (line === '') return '↵';
  return line
    .replace(/ {2,}|^ | $/g, (spaces) => '·'.repeat(spaces.length))
    .replaceAll('\t', '→')
    .replaceAll('\r', '␍')
    .replaceAll('\u001b', '␛')
    .replaceAll('\u00a0', '⍽')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '�');
}

function isLine(wanted: string | undefined, printed: string | undefined): boolean {
  if (wanted === undefined || printed === undefined || wanted === allText) return false;
  return matchesPattern(wanted, printed);
}

/** The longest common subsequence, in which a line of dots takes any number of lines. */
function align(wanted: readonly string[], printed: readonly string[]): DiffLine[] {
  const missing = (text: string): DiffLine => ({ kind: 'missing', text: showBlanks(text) });
  const extra = (text: string): DiffLine => ({ kind: 'extra', text: showBlanks(text) });
  const width = printed.length + 1;
  const patterns = wanted.filter((line) => line.includes(anyText)).length;
  const characters = printed.reduce((sum, line) => sum + line.length, 0);
  if ((wanted.length + 1) * width > tableLimit || patterns * characters > patternLimit)
    return [...wanted.map(missing), ...printed.map(extra)];

  const cost = new Uint32Array((wanted.length + 1) * width);
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0;
  for (let i = wanted.length; i >= 0; i -= 1) {
    for (let j = printed.length; j >= 0; j -= 1) {
      const free = wanted[i] === allText ? 0 : 1;
      const options: number[] = [];
      if (i < wanted.length) options.push(at(i + 1, j) + free);
      if (j < printed.length) options.push(at(i, j + 1) + (i < wanted.length ? free : 1));
      if (isLine(wanted[i], printed[j])) options.push(at(i + 1, j + 1));
      cost[i * width + j] = options.length > 0 ? Math.min(...options) : 0;
    }
  }

  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < wanted.length || j < printed.length) {
    const line = wanted[i];
    const output = printed[j];
    const best = at(i, j);
    if (output !== undefined && isLine(line, output) && best === at(i + 1, j + 1)) {
      lines.push({ kind: 'same', text: output });
      i += 1;
      j += 1;
    } else if (line === allText && best === at(i + 1, j)) {
      i += 1;
    } else if (line === allText && output !== undefined) {
      lines.push({ kind: 'same', text: output });
      j += 1;
    } else if (line !== undefined && best === at(i + 1, j) + 1) {
      lines.push(missing(line));
      i += 1;
    } else if (output !== undefined) {
      lines.push(extra(output));
      j += 1;
    }
  }
  return lines;
}

/** Leaves out what is far from any difference, and what is beyond what anyone reads. */
function shorten(lines: readonly DiffLine[]): readonly DiffLine[] {
  const leftOut = (count: number): DiffLine => ({ kind: 'same', text: `… ${count} more lines …` });
  const near = new Uint8Array(lines.length);
  lines.forEach(({ kind }, at) => {
    if (kind !== 'same') near.fill(1, Math.max(0, at - context), at + context + 1);
  });
  const shown: DiffLine[] = [];
  for (let at = 0; at < lines.length;) {
    const gapEnd = near.indexOf(1, at);
    const gap = (gapEnd < 0 ? lines.length : gapEnd) - at;
    if (gap > 1) {
      shown.push(leftOut(gap));
      at += gap;
    } else {
      shown.push(...lines.slice(at, at + 1));
      at += 1;
    }
    if (shown.length >= shownLimit && at < lines.length)
      return [...shown, leftOut(lines.length - at)];
  }
  return shown;
}
