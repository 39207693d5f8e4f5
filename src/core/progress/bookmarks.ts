/** Which questions the learner marked to come back to. */
import type { Fold, Journal, JournalEntry } from './journal.js';

export interface Bookmarks {
  has(questionId: string): boolean;
  /** In the order in which they were set. */
  all(): readonly string[];
  /** Sets or removes it; resolves when that is stored for good, rejects with a sentence for the user. */
  toggle(questionId: string): Promise<void>;
}

export class BookmarksFold implements Fold {
  readonly questions = new Set<string>();

  apply({ event }: Pick<JournalEntry, 'event'>): void {
    if (event.kind !== 'bookmarked') return;
    if (event.bookmarked) this.questions.add(event.question);
    else this.questions.delete(event.question);
  }
}

export function bookmarksOf(journal: Journal): Bookmarks {
  const fold = journal.follow(() => new BookmarksFold());
  return {
    has: (question) => fold.value.questions.has(question),
    all: () => [...fold.value.questions],
    toggle: async (question) => {
      const bookmarked = !fold.value.questions.has(question);
      await journal.record({ kind: 'bookmarked', question, bookmarked });
    },
  };
}
