/** One session as it stands in the journal: what is written is there for good, and what other windows did comes in. */
import * as v from 'valibot';
import type { Followed, Journal, NewEvent } from '../../core/progress/journal.js';
import type { SessionList, StoredChange } from './sessionList.js';
import type { SessionType } from './sessionType.js';

export class KeptSession<S, C> {
  /** What the state is made of, as far as it was applied. */
  private applied: readonly StoredChange[] = [];
  private current: S;
  /** Entries that this window wrote, or knew when it opened the session: it is where they lead. */
  private readonly followed = new Set<string>();
  private readonly own = new Set<string>();
  private readonly refused = new Set<string>();

  private constructor(
    private readonly journal: Pick<Journal, 'recordAll' | 'load'>,
    private readonly type: SessionType<S, C>,
    private readonly list: Followed<SessionList>,
    readonly id: string,
    private start: S,
  ) {
    this.current = start;
    for (const change of this.list.value.get(id)?.changes ?? []) this.followed.add(change.id);
    this.takeIn();
  }

  static open<S, C>(
    journal: Pick<Journal, 'recordAll' | 'load'>,
    type: SessionType<S, C>,
    list: Followed<SessionList>,
    id: string,
  ): KeptSession<S, C> | undefined {
    const start = v.safeParse(type.start, list.value.get(id)?.start);
    return start.success ? new KeptSession(journal, type, list, id, start.output) : undefined;
  }

  get session(): S {
    return this.current;
  }

  /** The entry of the last change; empty when there is none. */
  get last(): string {
    return this.applied.at(-1)?.id ?? '';
  }

  /** Whether another window had the last word. */
  get isElsewhere(): boolean {
    return this.last !== '' && !this.followed.has(this.last);
  }

  /** Whether this window had the last word. */
  get isHere(): boolean {
    return this.own.has(this.last);
  }

  /** Takes in what other windows have written since. */
  async refresh(): Promise<S> {
    await this.journal.load();
    this.takeIn();
    return this.current;
  }

  /**
   * Resolves when what leads to `next` is stored, with the changes that came too late to count; rejects with a sentence
   * for the user when it is not.
   *
   * @param beside what follows from it for the learner's history, stored in the same writing
   */
  async write(next: S, beside: readonly NewEvent[] = []): Promise<readonly C[]> {
    const changes = this.type.changesBetween(this.current, next);
    if (changes.length === 0 && beside.length === 0) return [];
    if (!this.list.value.get(this.id))
      throw new Error('What was begun here has been deleted. Start it again.');
    const stored = await this.journal.recordAll([
      ...beside,
      ...changes.map((change): NewEvent => ({
        event: { kind: 'sessionChanged', session: this.id, change },
      })),
    ]);
    // Those that have no id of their own are all new, and come last.
    const entries = changes.length === 0 ? [] : stored.slice(-changes.length);
    for (const { id } of entries) {
      this.own.add(id);
      this.followed.add(id);
    }
    this.takeIn();
    // It is stored, and could not be read back at once.
    if (entries.some(({ id }) => !this.applied.some((change) => change.id === id)))
      await this.refresh();
    return changes.filter((_, at) => this.refused.has(entries[at]?.id ?? ''));
  }

  /** Applies what is new; from the start when something came in before what was applied, or was undone. */
  private takeIn(): void {
    const stored = this.list.value.get(this.id);
    if (!stored) return; // It was deleted: what is shown stays until the learner goes on.
    const { changes } = stored;
    const goesOn = this.applied.every((change, at) => change.id === changes[at]?.id);
    if (!goesOn) {
      this.current = this.start;
      this.refused.clear();
    }
    const known = goesOn ? this.applied.length : 0;
    for (const { id, change } of changes.slice(known)) {
      const parsed = v.safeParse(this.type.change, change);
      // A later version knows what it means.
      if (!parsed.success) continue;
      // Each window shows what it is at; the last one's place counts when the session is opened again.
      if (this.type.isPlace(parsed.output) && !this.followed.has(id)) continue;
      const before = this.current;
      this.current = this.type.apply(before, parsed.output);
      if (this.current === before) this.refused.add(id);
    }
    this.applied = [...changes];
  }
}
