import { decodeLine, salvage } from './entryLine.js';
import type { JournalEntry } from './journal.js';

export interface DecodedJournal {
  readonly entries: JournalEntry[];
  readonly later: string[];
  /** Lines that are no entries. */
  readonly damaged: string[];
}

/** Reads lines; one that cannot be read is set apart and the rest is kept. */
export function decodeJournal(text: string): DecodedJournal {
  const decoded: DecodedJournal = { entries: [], later: [], damaged: [] };
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = decodeLine(line);
    if (typeof entry === 'object') decoded.entries.push(entry);
    else if (entry === 'later') decoded.later.push(line);
    else if (line.trim() !== '') {
      decoded.damaged.push(line);
      for (const whole of salvage(line)) decoded.entries.push(whole);
    }
  }
  return decoded;
}
