/** Quizzes, reviews and interviews are kept in one way: as what was done in them, in the journal. */
import type { Followed, Journal } from '../../core/progress/journal.js';
import { begunEvents } from './begunEvents.js';
import type { Begun } from './begunEvents.js';
import { KeptSession } from './keptSession.js';
import { SessionList } from './sessionList.js';
import type { StoredSession } from './sessionList.js';
import type { SessionType } from './sessionType.js';

/** What sessions need of the journal. */
export type SessionJournal = Pick<Journal, 'follow' | 'recordAll' | 'load'>;

export class Sessions<S, C> {
  private readonly list: Followed<SessionList>;

  constructor(
    private readonly journal: SessionJournal,
    private readonly type: SessionType<S, C>,
  ) {
    this.list = journal.follow(() => new SessionList(type.kind));
  }

  /** Takes in what other windows have stored since. */
  refresh(): Promise<void> {
    return this.journal.load();
  }

  /** Rejects with a sentence for the user when it cannot be stored. */
  async begin(begun: Begun<S>): Promise<KeptSession<S, C>> {
    await this.journal.recordAll(begunEvents(this.type, begun));
    const kept = this.open(begun.id);
    if (!kept) throw new Error('What was begun could not be read back. Try again.');
    return kept;
  }

  /** As it was left, also by other windows; undefined when there is none that can be read. */
  open(id: string): KeptSession<S, C> | undefined {
    return KeptSession.open(this.journal, this.type, this.list, id);
  }

  /** As they were known at the last refresh, the last begun first. */
  stored(): readonly StoredSession[] {
    return this.list.value.all();
  }
}
