import type { SessionKind } from '../../core/progress/event.js';
import type { Fold, JournalEntry } from '../../core/progress/journal.js';

/** A session as the journal has it. */
export interface StoredSession {
  readonly id: string;
  readonly name: string;
  readonly start: unknown;
  /** In order. */
  readonly changes: readonly StoredChange[];
}

export interface StoredChange {
  /** Of its entry in the journal. */
  readonly id: string;
  readonly change: unknown;
}

/** The sessions of one kind, in the order in which they were begun. Folds lazily: nothing is decoded here. */
export class SessionList implements Fold {
  private readonly byId = new Map<string, StoredSession & { readonly changes: StoredChange[] }>();

  constructor(private readonly kind: SessionKind) {}

  apply({ id, event }: Pick<JournalEntry, 'id' | 'event'>): void {
    if (event.kind === 'sessionBegun' && event.of === this.kind) {
      const { session, name, start } = event;
      if (!this.byId.has(session))
        this.byId.set(session, { id: session, name, start, changes: [] });
    } else if (event.kind === 'sessionChanged') {
      this.byId.get(event.session)?.changes.push({ id, change: event.change });
    }
  }

  get(id: string): StoredSession | undefined {
    return this.byId.get(id);
  }

  /** The last begun first. */
  all(): readonly StoredSession[] {
    return [...this.byId.values()].reverse();
  }
}
