import type { Fold, JournalEntry } from './journal.js';

/** Milliseconds: saving on and on, as with auto-save, is one writing. */
const pause = 60_000;

/** When each note was last written, so that auto-save does not fill the journal. */
export class LastNoted implements Fold {
  private readonly last = new Map<string, { readonly time: number; readonly empty: boolean }>();

  apply({ event, time }: Pick<JournalEntry, 'event' | 'time'>): void {
    if (event.kind === 'noted') this.last.set(event.question, { time, empty: event.empty });
  }

  /** Whether a save at that time (milliseconds since 1970) tells the journal anything new. */
  isNews(question: string, empty: boolean, now: number): boolean {
    const before = this.last.get(question);
    return before?.empty !== empty || now - before.time >= pause;
  }
}
