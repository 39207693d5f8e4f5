/** One line an entry: JSON that ends with a sum over what precedes it, so that a flipped bit is noticed. */
import * as v from 'valibot';
import type { CardId, LearningEvent } from './event.js';
import {
  cardPattern,
  entrySchema,
  isOfLaterVersion,
  longestCard,
  longestId,
} from './entrySchema.js';
import type { JournalEntry } from './journal.js';

const sumMark = ',"sum":"';
const sumLength = sumMark.length + 8 + '"}'.length;

export function encodeEntry(entry: JournalEntry): string {
  const text = JSON.stringify(entry).slice(0, -1);
  return `${text}${sumMark}${sumOf(text, text.length)}"}\n`;
}

/** What a line is: an entry, what only a later version understands, or damaged. */
export function decodeLine(line: string): JournalEntry | 'later' | 'damaged' {
  if (hasSum(line) && line.slice(-10, -2) !== sumOf(line, line.length - sumLength))
    return 'damaged';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'damaged';
  }
  return decodeEntry(value);
}

/** The same for a line that is parsed already. */
export function decodeEntry(value: unknown): JournalEntry | 'later' | 'damaged' {
  const common = commonEntry(value);
  if (common) return common;
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
    const entry = piece.length < line.length && hasSum(piece) ? decodeLine(piece) : 'damaged';
    return typeof entry === 'object' ? [entry] : [];
  });
}

function hasSum(line: string): boolean {
  return line.startsWith(sumMark, line.length - sumLength) && line.endsWith('"}');
}

/** FNV-1a over UTF-16 code units: any change of a single one changes the sum. http://www.isthe.com/chongo/tech/comp/fnv/ */
function sumOf(text: string, length: number): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** Version 1 named no device. */
function migrate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return value;
  return { ...value, v: 2, device: 'unknown' };
}

type Unknown<Keys extends string> = Partial<Readonly<Record<Keys, unknown>>>;

/**
 * The schema written out for the events that fill a journal, thirty times as fast. What it does not accept is left
 * to the schema.
 */
function commonEntry(value: unknown): JournalEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v: version, id, time, device, event } = value as Unknown<keyof JournalEntry>;
  if (version !== 2 || !isId(id) || !isId(device)) return undefined;
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  const common = commonEvent(event);
  return common && { v: 2, id, time, device, event: common };
}

function commonEvent(value: unknown): LearningEvent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const event = value as Unknown<
    'kind' | 'question' | 'quiz' | 'item' | 'score' | 'confidence' | 'card' | 'rating'
  >;
  const { kind, question } = event;
  switch (kind) {
    case 'opened':
    case 'read':
    case 'unread':
      return isId(question) ? { kind, question } : undefined;
    case 'answered': {
      const { quiz, item, score } = event;
      if (event.confidence !== undefined || !isId(question) || !isId(quiz) || !isId(item))
        return undefined;
      const isScore = typeof score === 'number' && score >= 0 && score <= 1;
      return isScore ? { kind, quiz, item, question, score } : undefined;
    }
    case 'rated': {
      const { card, rating } = event;
      if (!isCard(card)) return undefined;
      const isRating = rating === 1 || rating === 2 || rating === 3 || rating === 4;
      return isRating ? { kind, card, rating } : undefined;
    }
    default:
      return undefined;
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestId;
}

function isCard(value: unknown): value is CardId {
  return typeof value === 'string' && value.length <= longestCard && cardPattern.test(value);
}
