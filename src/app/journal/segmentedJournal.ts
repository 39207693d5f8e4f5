/**
 * The journal: each writer appends to a segment of its own, and all are merged on reading. The file of earlier versions
 * is a segment as well, which is only read.
 */
import { encodeEntry } from '../../core/progress/entryLine.js';
import type { LearningEvent } from '../../core/progress/event.js';
import { History } from '../../core/progress/history.js';
import { endOfTime } from '../../core/progress/endOfTime.js';
import { decodeJournal } from '../../core/progress/decodeJournal.js';
import type { DecodedJournal } from '../../core/progress/decodeJournal.js';
import type {
  Fold,
  Followed,
  HistoryJournal,
  JournalEntry,
  NewEvent,
  StoredHistory,
} from '../../core/progress/journal.js';
import { underNewIds } from '../../core/progress/renamedIds.js';
import type { RenamedIds } from '../../core/progress/renamedIds.js';
import type { AppendLog, Segment } from '../ports.js';
import { Quarantine } from './quarantine.js';
import { SegmentReader } from './segmentReader.js';

type Listener = (entries: readonly JournalEntry[]) => void;

export interface JournalSurroundings {
  readonly log: AppendLog;
  /** Before the writer's name in that of a segment; alone, with `.jsonl`, it names the file of earlier versions. */
  readonly name: string;
  /** A name that no other writer has or had. */
  readonly writer: string;
  readonly device: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Minutes ahead of UTC at a time. */
  readonly zoneAt: (time: number) => number;
  /** Lets others work. */
  readonly pause: () => Promise<unknown>;
}

/** From so many segments on, those that nobody has written to for a day become one. */
const many = 16;
const day = 86_400_000;
/** Lines that are stored at once: few and large, since each is read back; small enough not to hold others up. */
const batch = 5000;

export class SegmentedJournal implements HistoryJournal {
  private readonly listeners = new Set<Listener>();
  private readonly entries: History;
  private readonly readers = new Map<string, SegmentReader>();
  private readonly aside: Quarantine;
  private readonly later = new Set<string>();
  private readonly damageListeners = new Set<(lines: number) => void>();
  /** The last reading that was asked for, and whether it has yet to begin. */
  private loading: Promise<unknown> = Promise.resolve();
  private next: Promise<void> | undefined;
  private sequence = 0;
  private lastClock = 0;
  private wasRead = false;
  private isRead: () => void = () => undefined;
  readonly ready = new Promise<void>((resolve) => {
    this.isRead = resolve;
  });

  constructor(private readonly around: JournalSurroundings) {
    this.entries = new History(around.pause);
    this.aside = new Quarantine(around.log, `${around.name}.jsonl.damaged`);
  }

  /** Fires with the number of damaged lines that were set aside; none is told of twice. */
  onDidSetAside(listener: (lines: number) => void): void {
    this.damageListeners.add(listener);
  }

  /** Folds what was appended since the last call, by this window or another; rejects with the host's error. */
  load(): Promise<void> {
    this.next ??= this.inTurn(async () => {
      this.next = undefined;
      try {
        await this.readOn();
      } finally {
        // Also when nothing can be read: who waits goes on with what there is.
        this.isRead();
      }
    });
    return this.next;
  }

  follow<F extends Fold>(make: () => F): Followed<F> {
    return this.entries.follow(make);
  }

  rename(renamed: RenamedIds): Promise<void> {
    return this.inTurn(async () => {
      const changed = await this.entries.rename((event) => underNewIds(event, renamed));
      if (changed.length > 0) for (const listener of this.listeners) listener(changed);
    });
  }

  async record(event: LearningEvent): Promise<JournalEntry> {
    const [entry] = await this.recordAll([{ event }]);
    if (!entry) throw new Error('An event without an id of its own is always a new one.');
    return entry;
  }

  async recordAll(events: readonly NewEvent[]): Promise<readonly JournalEntry[]> {
    // What another window wrote came before this, whatever the clocks say.
    await this.loadIfPossible();
    const fresh = events.filter(({ id }) => id === undefined || !this.entries.has(id));
    if (fresh.length === 0) return [];
    const entries = fresh.map((each) => this.entryOf(each));
    await this.append(entries.map(encodeEntry).join(''));
    await this.loadIfPossible();
    return entries;
  }

  /** What comes later is later than that; a clock that was ahead must not hide what is done afterwards. */
  observe(clock: number): void {
    // Counted on from the end of time; one that nobody counted to would leave no room for what comes later.
    if (clock < 1.5 * endOfTime) this.lastClock = Math.max(this.lastClock, clock);
  }

  async history(): Promise<StoredHistory> {
    await this.loadOrTell();
    return { entries: this.entries.entries, later: [...this.later] };
  }

  async merge({ entries = [], later = [] }: Partial<StoredHistory>): Promise<number> {
    await this.loadOrTell();
    const fresh = new Map<string, JournalEntry>();
    for (const entry of entries) if (!this.entries.has(entry.id)) fresh.set(entry.id, entry);
    const freshLater = new Set(later.filter((line) => !this.later.has(line)));
    const list = [...fresh.values()];
    for (let start = 0; start < list.length; start += batch) {
      await this.append(
        list
          .slice(start, start + batch)
          .map(encodeEntry)
          .join(''),
      );
      await this.around.pause();
    }
    if (freshLater.size > 0) await this.append(`${[...freshLater].join('\n')}\n`);
    await this.loadIfPossible();
    return fresh.size + freshLater.size;
  }

  async remove(history: StoredHistory): Promise<void> {
    const known = new Set(history.entries.map(({ id }) => id));
    const knownLater = new Set(history.later);
    await this.inTurn(async () => {
      await this.readOn();
      for (const { name } of await this.segments()) await this.around.log.remove(name);
    });
    const entries = this.entries.entries.filter(({ id }) => !known.has(id));
    const later = [...this.later].filter((line) => !knownLater.has(line));
    this.aside.forget();
    await this.loadOrTell();
    await this.merge({ entries, later });
  }

  readonly onDidChange = (listener: Listener): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };

  private entryOf({ event, id: own }: NewEvent): JournalEntry {
    const { now, zoneAt, device, writer } = this.around;
    const time = now();
    this.lastClock = Math.max(time, this.lastClock + 1);
    this.sequence += 1;
    const id = own ?? `${writer}-${String(this.sequence)}`;
    return { id, clock: this.lastClock, time, zone: zoneAt(time), device, event };
  }

  private async segments(): Promise<readonly Segment[]> {
    const { log, name } = this.around;
    const found = await log.segments();
    return found.filter((each) => each.name.startsWith(`${name}.`) && each.name.endsWith('.jsonl'));
  }

  private get own(): string {
    return `${this.around.name}.${this.around.writer}.jsonl`;
  }

  private async readOn(): Promise<void> {
    const read: DecodedJournal = { entries: [], later: [], damaged: [] };
    const segments = await this.segments();
    let gone: readonly JournalEntry[] = [];
    if (!(await this.areSame(segments))) {
      // One was deleted, or several became one: what was read before counts no more.
      gone = this.entries.clear();
      this.later.clear();
      this.readers.clear();
    }
    let changed: readonly JournalEntry[];
    try {
      await this.readEach(segments, read);
    } finally {
      // Also when the disk failed half way: what was read will not be read again.
      for (const line of read.later) this.later.add(line);
      for (const { clock } of read.entries) this.observe(clock);
      changed = await this.entries.take(read.entries);
      if (gone.length > 0 || changed.length > 0)
        for (const listener of this.listeners) listener([...gone, ...changed]);
    }
    await this.setAside(read.damaged);
    const isFirst = !this.wasRead;
    this.wasRead = true;
    if (isFirst) await this.unite(segments);
  }

  /** One that cannot be read costs no other; it is told when all were tried. */
  private async readEach(segments: readonly Segment[], into: DecodedJournal): Promise<void> {
    const failures: unknown[] = [];
    for (const { name, size } of segments) {
      try {
        await this.readerOf(name).readOn(size, !this.wasRead, (text) => {
          take(into, decodeJournal(text));
        });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async areSame(segments: readonly Segment[]): Promise<boolean> {
    const byName = new Map(segments.map((segment) => [segment.name, segment]));
    for (const [name, reader] of this.readers)
      if (!(await reader.isSame(byName.get(name)))) return false;
    return true;
  }

  private readerOf(name: string): SegmentReader {
    const { log, pause } = this.around;
    const reader = this.readers.get(name) ?? new SegmentReader(log, name, pause);
    this.readers.set(name, reader);
    return reader;
  }

  private async setAside(damaged: readonly string[]): Promise<void> {
    // A torn line whose entry was written once more is no loss.
    const isThere = (piece: string): boolean =>
      this.entries.has(/"id":"([^"]*)"/.exec(piece.slice(0, 300))?.[1] ?? '');
    const lost = damaged.filter((line) => !entriesIn(line).every(isThere));
    const told = await this.aside.setAside(lost);
    if (told > 0) for (const listener of this.damageListeners) listener(told);
  }

  /** Copies old segments into the own one, then deletes them: what a crash leaves twice counts once. */
  private async unite(segments: readonly Segment[]): Promise<void> {
    const { log, now, name } = this.around;
    const isOld = (each: Segment): boolean =>
      each.name !== this.own && each.name !== `${name}.jsonl` && each.changedAt < now() - day;
    const old = segments.filter(isOld);
    if (old.length < many) return;
    try {
      for (const { name: segment, size } of old) {
        const bytes = await log.read(segment, 0, size);
        if (bytes.length > 0) await log.append(this.own, `${new TextDecoder().decode(bytes)}\n`);
      }
      const unchanged = new Map((await log.segments()).map((each) => [each.name, each.size]));
      for (const { name: segment, size } of old)
        if (unchanged.get(segment) === size) {
          await log.remove(segment);
          this.readers.delete(segment);
        }
    } catch {
      // They stay as they are, and are tried again at the next start.
    }
  }

  /** What is stored is stored; when it cannot be read back now, the next reading tells of it. */
  private async loadIfPossible(): Promise<void> {
    await this.load().catch(() => undefined);
  }

  private async loadOrTell(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      throw new Error(`Your progress could not be read (${reasonOf(error)}).`, { cause: error });
    }
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.loading.then(action);
    this.loading = done.catch(() => undefined); // Who asked hears of it; the next one tries again.
    return done;
  }

  private async append(lines: string): Promise<void> {
    try {
      await this.around.log.append(this.own, lines);
    } catch (error) {
      throw new Error(`Your progress could not be saved (${reasonOf(error)}).`, { cause: error });
    }
  }
}

/** What was an entry each, where the ends of lines were lost: its version stands first, behind a brace that may be damaged. */
function entriesIn(line: string): readonly string[] {
  return line.split(/(?=."v":)/).filter((piece) => piece !== '');
}

function take(into: DecodedJournal, decoded: DecodedJournal): void {
  for (const entry of decoded.entries) into.entries.push(entry);
  for (const line of decoded.later) into.later.push(line);
  for (const line of decoded.damaged) into.damaged.push(line);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
