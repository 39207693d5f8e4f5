/** The entries in their order, and the folds that follow them. */
import type { Fold, Followed, JournalEntry } from './journal.js';
import { compareEntries } from './journal.js';
import type { LearningEvent } from './event.js';

/** A fold as it is followed: fed, or made anew aside and then put in the old one's place. */
interface KeptFold extends Fold {
  draft(): Fold & { use(): void };
}

/** Entries between two pauses: a few milliseconds of work for folds that calculate. */
const slice = 2000;

export class History {
  private readonly folds = new Set<KeptFold>();
  private readonly undone = new Set<string>();
  private readonly byId = new Map<string, JournalEntry>();
  private sorted: JournalEntry[] = [];
  /** What the folds take an event for. */
  private underNewIds: ((event: LearningEvent) => LearningEvent) | undefined;

  /** @param pause lets others work when there is much to do; `take` and `clear` must not be called meanwhile. */
  constructor(private readonly pause: () => Promise<unknown> = () => Promise.resolve()) {}

  /** In order, also what was undone. */
  get entries(): readonly JournalEntry[] {
    return this.sorted;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  follow<F extends Fold>(make: () => F): Followed<F> {
    let value = make();
    const fold: KeptFold = {
      apply: (entry) => {
        value.apply(entry);
      },
      draft: () => {
        const draft = make();
        return {
          apply: (entry) => {
            draft.apply(entry);
          },
          use: () => {
            value = draft;
          },
        };
      },
    };
    this.folds.add(fold);
    this.feed([fold], this.sorted);
    return {
      get value() {
        return value;
      },
    };
  }

  /**
   * Takes in what is new, in any order. Folds are fed with what comes after all they know; what arrives late or
   * undoes something makes them anew. Of two entries of one id the earlier counts, on every machine.
   *
   * @returns what counts from now on or no more
   */
  async take(arrived: readonly JournalEntry[]): Promise<readonly JournalEntry[]> {
    const { freshById, replaced } = this.news([...arrived].sort(compareEntries));
    const fresh = [...freshById.values()];
    const [first] = fresh;
    if (!first) return [];
    const gone = [...replaced];
    for (const entry of fresh) this.byId.set(entry.id, entry);
    for (const { event } of fresh) {
      if (event.kind !== 'undone' || this.undone.has(event.entry)) continue;
      this.undone.add(event.entry);
      const there = this.byId.get(event.entry);
      if (there && !freshById.has(there.id)) gone.push(there);
    }
    const last = this.sorted.at(-1);
    const late = last !== undefined && compareEntries(last, first) > 0;
    if (late || gone.length > 0)
      await this.makeAnew(
        this.sorted
          .filter((entry) => !replaced.has(entry))
          .concat(fresh)
          .sort(compareEntries),
      );
    else await this.append(fresh);
    return [...fresh, ...gone].map((entry) => this.named(entry));
  }

  /**
   * Feeds the folds anew, from now on with other ids; the entries stay as they are stored.
   *
   * @returns the entries that the folds now take for others than before, as they take them
   */
  async rename(
    underNewIds: (event: LearningEvent) => LearningEvent,
  ): Promise<readonly JournalEntry[]> {
    const before = this.underNewIds ?? ((event: LearningEvent) => event);
    this.underNewIds = underNewIds;
    const changed = this.sorted.filter(({ event }) => underNewIds(event) !== before(event));
    if (changed.length > 0) await this.makeAnew(this.sorted);
    return changed.map((entry) => this.named(entry));
  }

  private named(entry: JournalEntry): JournalEntry {
    const event = this.underNewIds?.(entry.event) ?? entry.event;
    return event === entry.event ? entry : { ...entry, event };
  }

  /** Forgets everything. */
  clear(): readonly JournalEntry[] {
    const gone = this.sorted;
    this.sorted = [];
    this.undone.clear();
    this.byId.clear();
    for (const fold of this.folds) fold.draft().use();
    return gone;
  }

  /** @param sorted in order, so that of two of one id the earlier comes first */
  private news(sorted: readonly JournalEntry[]): {
    readonly freshById: ReadonlyMap<string, JournalEntry>;
    readonly replaced: ReadonlySet<JournalEntry>;
  } {
    const freshById = new Map<string, JournalEntry>();
    const replaced = new Set<JournalEntry>();
    for (const entry of sorted) {
      if (freshById.has(entry.id)) continue;
      const there = this.byId.get(entry.id);
      if (there && compareEntries(there, entry) <= 0) continue;
      if (there) replaced.add(there);
      freshById.set(entry.id, entry);
    }
    return { freshById, replaced };
  }

  private async append(fresh: readonly JournalEntry[]): Promise<void> {
    for (let start = 0; start < fresh.length; start += slice) {
      if (start > 0) await this.pause();
      const part = fresh.slice(start, start + slice);
      for (const entry of part) this.sorted.push(entry);
      this.feed(this.folds, part);
    }
  }

  private async makeAnew(sorted: JournalEntry[]): Promise<void> {
    const drafts = new Map([...this.folds].map((fold) => [fold, fold.draft()]));
    for (let start = 0; start < sorted.length; start += slice) {
      if (start > 0) await this.pause();
      this.feed(drafts.values(), sorted.slice(start, start + slice));
    }
    this.sorted = sorted;
    for (const fold of this.folds) {
      const draft = drafts.get(fold) ?? fold.draft();
      if (!drafts.has(fold)) this.feed([draft], sorted); // Followed during a pause.
      draft.use();
    }
  }

  private feed(folds: Iterable<Fold>, entries: readonly JournalEntry[]): void {
    for (const fold of folds)
      for (const entry of entries) if (this.counts(entry)) fold.apply(this.named(entry));
  }

  /** What was undone is undone for good: to undo that changes nothing, in whatever order the two arrive. */
  private counts({ id, event }: JournalEntry): boolean {
    return event.kind === 'undone' || !this.undone.has(id);
  }
}
