/** One line an entry: JSON that ends with a sum over what precedes it, so that a flipped bit is noticed. */
import type { JournalEntry } from './journal.js';
import { decodeEntry, storedEntry } from './storedEntry.js';

const sumMark = ',"sum":"';
const sumLength = sumMark.length + 8 + '"}'.length;

/** UTF-16 code units of a line; a longer one is none of ours. */
export const longestLine = 1 << 20;

/** @throws Error when the entry is none that could be read back */
export function encodeEntry(entry: JournalEntry): string {
  const stored = storedEntry(entry);
  const text = JSON.stringify(stored).slice(0, -1);
  const sum = sumOf(text, 0, text.length).toString(16).padStart(8, '0');
  const line = `${text}${sumMark}${sum}"}`;
  if (line.length > longestLine || typeof decodeEntry(stored) !== 'object')
    throw new Error('This cannot be kept in your progress: a name in it is too long.');
  return `${line}\n`;
}

/** What a line is: an entry, what only a later version understands, or damaged. */
export function decodeLine(line: string): JournalEntry | 'later' | 'damaged' {
  if (line.length > longestLine) return 'damaged';
  const isSummed = hasSum(line);
  const sumAt = line.length - sumLength;
  if (isSummed && !isHex(line, sumAt + sumMark.length, sumOf(line, 0, sumAt))) return 'damaged';
  try {
    return decodeEntry(JSON.parse(line), isSummed ? 1 : 0);
  } catch {
    return 'damaged';
  }
}

/** The whole entries in a line that as a whole is none: the end of a line was lost, or a torn one precedes it. */
export function salvage(line: string): readonly JournalEntry[] {
  return line.split(/(?=\{"v":)/).flatMap((part) => {
    const end = part.indexOf('"}', part.indexOf(sumMark)) + 2;
    const piece = part.slice(0, end);
    // Only the sum tells a whole entry from one that is right by accident.
    const entry = piece.length < line.length && hasSum(piece) ? decodeLine(piece) : 'damaged';
    return typeof entry === 'object' ? [entry] : [];
  });
}

function hasSum(line: string): boolean {
  const at = line.length - sumLength;
  return at >= 0 && line.startsWith(sumMark, at) && line.endsWith('"}');
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
