/** The entries in order of time, and the folds that follow them. */
import type { Fold, Followed, JournalEntry } from './journal.js';
import { compareEntries } from './journal.js';

/** A fold as it is followed: fed, or made anew aside and then put in the old one's place. */
interface KeptFold extends Fold {
  draft(): Fold & { use(): void };
}

/** Entries between two pauses: a few milliseconds of work for folds that calculate. */
const slice = 2000;

export class History {
  private readonly folds = new Set<KeptFold>();
  private readonly undone = new Set<string>();
  private sorted: JournalEntry[] = [];

  /** @param pause lets others work when there is much to do; `take` and `clear` must not be called meanwhile. */
  constructor(private readonly pause: () => Promise<unknown> = () => Promise.resolve()) {}

  /** In order of time, also what was undone. */
  get entries(): readonly JournalEntry[] {
    return this.sorted;
  }

  /** An entry is known by its time and id: what comes twice is the same both times. */
  has(entry: Pick<JournalEntry, 'id' | 'time'>): boolean {
    const place = this.placeOf(entry);
    const there = this.sorted[place];
    return there?.id === entry.id && there.time === entry.time;
  }

  hasId(id: string): boolean {
    return this.sorted.some((entry) => entry.id === id);
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
   * undoes something makes them anew.
   *
   * @returns what counts from now on or no more
   */
  async take(arrived: readonly JournalEntry[]): Promise<readonly JournalEntry[]> {
    const fresh = this.unknownOf([...arrived].sort(compareEntries));
    const [first] = fresh;
    if (!first) return [];
    const takenBack = new Set<string>();
    for (const { event } of fresh) {
      if (event.kind !== 'undone' || this.undone.has(event.entry)) continue;
      this.undone.add(event.entry);
      takenBack.add(event.entry);
    }
    const last = this.sorted.at(-1);
    const late = last !== undefined && compareEntries(last, first) > 0;
    const gone = takenBack.size === 0 ? [] : this.sorted.filter((entry) => takenBack.has(entry.id));
    if (late || gone.length > 0)
      await this.makeAnew([...this.sorted, ...fresh].sort(compareEntries));
    else await this.append(fresh);
    return [...fresh, ...gone];
  }

  /** Forgets everything. */
  clear(): readonly JournalEntry[] {
    const gone = this.sorted;
    this.sorted = [];
    this.undone.clear();
    for (const fold of this.folds) fold.draft().use();
    return gone;
  }

  /** @param sorted in order of time; what stands there twice stands together */
  private unknownOf(sorted: readonly JournalEntry[]): JournalEntry[] {
    const last = this.sorted.at(-1);
    return sorted.filter((entry, index) => {
      const before = sorted[index - 1];
      if (before && compareEntries(before, entry) === 0) return false;
      const isLatest = last === undefined || compareEntries(last, entry) < 0;
      return isLatest || !this.has(entry);
    });
  }

  /** Where the first entry stands that does not come before this one. */
  private placeOf(entry: Pick<JournalEntry, 'id' | 'time'>): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.sorted[middle];
      if (there && compareEntries(there, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
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
      for (const entry of entries) if (this.counts(entry)) fold.apply(entry);
  }

  /** What was undone is undone for good: to undo that changes nothing, in whatever order the two arrive. */
  private counts({ id, event }: JournalEntry): boolean {
    return event.kind === 'undone' || !this.undone.has(id);
  }
}
