/**
 * The lines that fill a journal, read where they stand in the text: several times as fast as JSON and the schema, to
 * which everything else is left. A line must be, character for character, what `encodeEntry` writes.
 */
import type { Confidence } from '../quiz/answer.js';
import type { CardId, LearningEvent, Rating } from './event.js';
import type { JournalEntry } from './journal.js';

/** @param end where the entry ends and its sum begins; the sum must have been found right */
export function commonEntry(text: string, start: number, end: number): JournalEntry | undefined {
  const scan = new Scan(text, start, end);
  scan.expect('{"v":2,"id":"');
  const id = scan.untilQuote();
  scan.expect(',"time":');
  const time = scan.digits();
  scan.expect(',"device":"');
  const device = deviceAt(scan);
  scan.expect(',"event":{"kind":"');
  const event = commonEvent(scan);
  scan.expect('}');
  return event && scan.isAtEnd ? { v: 2, id, time, device, event } : undefined;
}

const kinds = (['answered', 'rated', 'read', 'opened', 'unread'] as const).map((kind) => ({
  kind,
  end: `${kind}"`,
}));

/** The device of the last line: most lines are of the same. */
let lastDevice = '';

function deviceAt(scan: Scan): string {
  if (!scan.skip(`${lastDevice}"`)) lastDevice = shared(scan.untilQuote());
  return lastDevice;
}

function commonEvent(scan: Scan): LearningEvent | undefined {
  const kind = kinds.find((known) => scan.skip(known.end))?.kind;
  switch (kind) {
    case 'opened':
    case 'read':
    case 'unread': {
      scan.expect(',"question":"');
      return { kind, question: shared(scan.untilQuote()) };
    }
    case 'answered': {
      scan.expect(',"quiz":"');
      const quiz = shared(scan.untilQuote());
      scan.expect(',"item":"');
      const item = shared(scan.untilQuote());
      scan.expect(',"question":"');
      const question = shared(scan.untilQuote());
      scan.expect(',"score":');
      const score = scan.share();
      const answered = { kind, quiz, item, question, score } as const;
      if (scan.isAtBrace) return answered;
      scan.expect(',"confidence":"');
      const confidence = shared(scan.untilQuote());
      return isConfidence(confidence) ? { ...answered, confidence } : undefined;
    }
    case 'rated': {
      scan.expect(',"card":"');
      const card = shared(scan.untilQuote());
      scan.expect(',"rating":');
      const rating = scan.digits();
      const isRight = rating >= 1 && rating <= 4 && /^(question|item\/[^/]+)\/[^/]+$/.test(card);
      return isRight ? { kind, card: card as CardId, rating: rating as Rating } : undefined;
    }
    default:
      return undefined;
  }
}

function isConfidence(text: string): text is Confidence {
  return text === 'guess' || text === 'think' || text === 'certain';
}

const longest = 200;

/** A place in a line. Once something is not as expected, nothing is. */
class Scan {
  private failed = false;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
  ) {}

  get isAtEnd(): boolean {
    return !this.failed && this.at === this.end;
  }

  get isAtBrace(): boolean {
    return this.text.charCodeAt(this.at) === 0x7d;
  }

  expect(word: string): void {
    this.failed = !this.skip(word) || this.failed;
  }

  /** @returns whether it stood there */
  skip(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** A string without escapes. */
  untilQuote(): string {
    const from = this.at;
    for (let at = from; at < this.end && at - from <= longest; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 0x5c) break;
      if (code !== 0x22) continue;
      this.at = at + 1;
      return this.text.slice(from, at);
    }
    this.failed = true;
    return '';
  }

  /** From 0 to 1. */
  share(): number {
    const from = this.at;
    const whole = this.digits();
    if (this.text.charCodeAt(this.at) !== 0x2e) {
      this.failed ||= whole > 1;
      return whole;
    }
    this.at++;
    this.digits();
    this.failed ||= whole > 0;
    return Number(this.text.slice(from, this.at));
  }

  /** A whole number that is exact. */
  digits(): number {
    const from = this.at;
    let value = 0;
    for (; this.at - from < 15; this.at++) {
      const digit = this.text.charCodeAt(this.at) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    if (this.at === from) this.failed = true;
    return value;
  }
}

const sharedStrings = new Map<string, string>();

/** The same string once: the questions and items of a hundred thousand events are few. */
function shared(text: string): string {
  const known = sharedStrings.get(text);
  if (known !== undefined) return known;
  if (sharedStrings.size > 20_000) sharedStrings.clear();
  const own = ` ${text}`.slice(1); // A part of a text keeps the whole text in memory.
  sharedStrings.set(own, own);
  return own;
}
