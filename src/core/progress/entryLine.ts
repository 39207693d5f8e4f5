/** One line an entry: JSON that ends with a sum over what precedes it, so that a flipped bit is noticed. */
import * as v from 'valibot';
import { commonEntry } from './commonLine.js';
import { entrySchema, isOfLaterVersion } from './entrySchema.js';
import type { JournalEntry } from './journal.js';

const sumMark = ',"sum":"';
const sumLength = sumMark.length + 8 + '"}'.length;

export function encodeEntry(entry: JournalEntry): string {
  const text = JSON.stringify(entry).slice(0, -1);
  const sum = sumOf(text, 0, text.length).toString(16).padStart(8, '0');
  return `${text}${sumMark}${sum}"}\n`;
}

/** What a line is: an entry, what only a later version understands, or damaged. */
export function decodeLine(
  text: string,
  start = 0,
  end = text.length,
): JournalEntry | 'later' | 'damaged' {
  const isSummed = hasSum(text, start, end);
  const sumAt = end - sumLength;
  if (isSummed) {
    if (!isHex(text, sumAt + sumMark.length, sumOf(text, start, sumAt))) return 'damaged';
    const entry = commonEntry(text, start, sumAt);
    if (entry) return entry;
  }
  try {
    const json = isSummed ? `${text.slice(start, sumAt)}}` : text.slice(start, end);
    return decodeEntry(JSON.parse(json));
  } catch {
    return 'damaged';
  }
}

/** The same for what is parsed already. */
export function decodeEntry(value: unknown): JournalEntry | 'later' | 'damaged' {
  const parsed = v.safeParse(entrySchema, migrate(value));
  if (parsed.success) return parsed.output;
  return isOfLaterVersion(value) ? 'later' : 'damaged';
}

/** The whole entries in a line that as a whole is none: the end of a line was lost, or a torn one precedes it. */
export function salvage(line: string): readonly JournalEntry[] {
  return line.split(/(?=\{"v":)/).flatMap((part) => {
    const end = part.indexOf('"}', part.indexOf(sumMark)) + 2;
    const piece = part.slice(0, end);
    // Only the sum tells a whole entry from one that is right by accident.
    const entry =
      piece.length < line.length && hasSum(piece, 0, end) ? decodeLine(piece) : 'damaged';
    return typeof entry === 'object' ? [entry] : [];
  });
}

function hasSum(text: string, start: number, end: number): boolean {
  const at = end - sumLength;
  return at >= start && text.startsWith(sumMark, at) && text.startsWith('"}', end - 2);
}

/**
 * FNV-1a, two UTF-16 code units at a time: any change of a single one changes the sum.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
function sumOf(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  let at = start;
  for (; at + 1 < end; at += 2)
    sum = Math.imul(sum ^ (text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)), 0x01000193);
  if (at < end) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** Whether eight lower-case digits stand at that place and mean the number. */
function isHex(text: string, at: number, value: number): boolean {
  for (let index = 0; index < 8; index++) {
    const digit = (value >>> (28 - 4 * index)) & 15;
    if (text.charCodeAt(at + index) !== digit + (digit < 10 ? 0x30 : 0x57)) return false;
  }
  return true;
}

/** Version 1 named no device. */
function migrate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return value;
  return { ...value, v: 2, device: 'unknown' };
}
